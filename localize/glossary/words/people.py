"""Names of countries, peoples and persons that help to tell a place from a person. All lower case.

General knowledge of English: short lists of what is frequent in news, not a gazetteer.
"""

from __future__ import annotations

from localize.glossary.words.words import word_set

COUNTRIES = word_set("""
    afghanistan africa albania algeria america americas andorra angola antarctica argentina armenia asia
    australia austria azerbaijan bahamas bahrain bangladesh barbados belarus belgium belize benin bhutan
    bolivia bosnia botswana brazil britain brunei bulgaria burkina burma burundi cambodia cameroon canada
    catalonia chad chile china colombia congo crimea croatia cuba cyprus czechia denmark djibouti
    dominica donbas ecuador egypt england eritrea estonia eswatini ethiopia eu eurasia europe fiji
    finland france gabon gambia gaza georgia germany ghana gibraltar greece greenland grenada guatemala
    guinea guyana haiti herzegovina holland honduras hungary iceland india indonesia iran iraq ireland
    israel italy jamaica japan jordan kashmir kazakhstan kenya kiribati korea kosovo kurdistan kuwait
    kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg macedonia
    madagascar malawi malaysia maldives mali malta mauritania mauritius mexico micronesia moldova monaco
    mongolia montenegro morocco mozambique myanmar namibia nato nauru nepal netherlands nicaragua niger
    nigeria norway oman pakistan palau palestine panama paraguay peru philippines poland portugal qatar
    romania russia rwanda samoa scandinavia scotland senegal serbia seychelles singapore slovakia
    slovenia somalia spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand
    tibet togo tonga tunisia turkey turkmenistan tuvalu türkiye u.k u.n u.s uae uganda uk ukraine un
    uruguay us usa ussr uzbekistan vanuatu venezuela vietnam wales yemen yugoslavia zambia zimbabwe
""")

STATES = word_set("""
    alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana
    iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana
    nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming
""")
"""States of the United States in one word, but for those that are as well a country or a city of the news."""

PEOPLES = word_set("""
    afghan african africans albanian algerian american americans angolan arab arabic arabs argentine
    argentinian armenian asian asians australian austrian azeri baltic bangladeshi basque belarusian
    belgian bolivian bosnian brazilian british britons bulgarian burmese cambodian cameroonian canadian
    caribbean catalan catholic chechen chilean chinese christian colombian congolese conservative
    conservatives croat croatian cuban cypriot czech danish democrat democratic democrats dutch
    ecuadorian egyptian emirati english eritrean estonian ethiopian eurasian european europeans fijian
    filipino finnish flemish french georgian german germans ghanaian greek green greens guatemalan
    haitian hindu hispanic honduran hungarian icelandic independents indian indonesian iranian iraqi
    irish islamic islamist israeli israelis italian ivorian jamaican japanese jewish jordanian kazakh
    kenyan korean kosovar kurd kurdish kuwaiti kyrgyz labour laotian latin latino latvian lebanese
    liberal liberals liberian libyan lithuanian macedonian malaysian malian maltese mexican moldovan
    mongolian montenegrin moroccan mozambican muslim namibian nationalist nationalists nepalese nepali
    nicaraguan nigerian nordic norwegian omani orthodox ottoman pakistani palestinian palestinians
    panamanian paraguayan peruvian polish portuguese protestant qatari republican republicans roman
    romanian russian russians rwandan salvadoran saudi scandinavian scottish senegalese serb serbian shia
    shiite singaporean slovak slovene slovenian socialist somali soviet spanish sudanese sunni swedish
    swiss syrian taiwanese tajik tanzanian tatar thai tibetan tories tory tunisian turk turkish turkmen
    ugandan ukrainian ukrainians ulster uruguayan uzbek venezuelan vietnamese welsh yemeni yugoslav
    zambian zimbabwean
""")
"""Adjectives and nouns of nations, faiths and parties: beside a place they make no name of it."""

GIVEN_NAMES = word_set("""
    aaron adam adrian ahmed alan albert alex alexander alexei alfred ali alice allen amanda amy ana
    anders andrea andrei andrew andré andy angela anna anne anthony antonio arnold arthur ashley barack
    barbara ben benjamin bernard bernie beth bill billy bob boris brad brandon brendan brett brian bruce
    bryan calvin carl carla carlos carol caroline catherine cecil charles charlie chelsea chloe chris
    christian christina christine christopher chuck cindy claire clara clarence claude clint colin
    condoleezza connor craig crystal cynthia dan daniel danny darren dave david dean deborah denis dennis
    denzel derek diana diane dick diego dmitri dominic don donald donna doris dorothy doug douglas dwight
    dylan ed eddie edgar eduardo edward edwin eleanor elena eli elijah elisabeth elizabeth ella ellen
    emily emma emmanuel eric erik ernest ethan eugene eva evan fabio federico felipe felix fernando fiona
    frances francis francisco frank franklin françois fred frederick gabriel gareth gary gavin gene geoff
    geoffrey george gerald gerard gerhard gina giorgia giovanni glenn gloria gordon grace graham grant
    greg gregory guillermo guy hannah hans harold harriet harry harvey hassan heather hector helen henry
    herbert herman hillary howard hugh hugo ian igor imran irene irina irving isaac isabel isabella ivan
    ivanka jack jackie jackson jacob jacqueline jacques jair jake james jamie jan jane janet jared jason
    javier jay jean jeff jeffrey jen jennifer jenny jens jeremy jerome jerry jesse jessica jill jim jimmy
    jo joan joanna joaquin jodie joe joel johan johannes john johnny jon jonathan jorge joseph josh
    joshua josé joyce juan juanita judith judy julia julian julie justin kamala karen karl kate katherine
    kathleen kathy katie keith kelly ken kenneth kevin kim kirk kofi kristen kurt kyle lamar larry laura
    lauren laurence lawrence leah lee leo leon leonard leslie lewis liam linda lisa lloyd logan lois
    louis louise lucas lucy luis luke luther lynn madeleine malcolm manuel marc marco marcus margaret
    maria marie marilyn mario mark marta martha martin marvin mary mateo matt matteo matthew maurice max
    megan melania melissa mia michael michel michelle miguel mike mikhail miles milton mitch mitt mohamed
    mohammad mohammed molly monica morgan muhammad naomi natalie nathan neil nelson nicholas nick nicola
    nicolas nigel nikki nikolai noah noel norman oliver olivia omar orlando oscar otto owen pablo pamela
    patricia patrick paul paula pedro peggy penelope percy peter phil philip philippe phyllis pierre
    rachel ralph ramon randy raul ray raymond rebecca rex ricardo richard rick rob robert roberto robin
    rodney rodrigo roger roland ron ronald rosa rose ross roy rudy russell ruth ryan sally sam samantha
    samuel sandra sara sarah scott sean sebastian sergei sergey seth shane shannon sharon shaun sheila
    sidney simon sofia sophia sophie spencer stan stanley stephanie stephen steve steven stuart susan
    susanna suzanne ted terence teresa terry theodore theresa thomas tiffany tim timothy tina todd tom
    tommy toni tony tracy travis trevor tyler ursula valerie vanessa vera vernon vicky victor viktor
    vincent vivian vladimir volodymyr walter warren wayne wendy wesley whitney wilhelm will william
    willie winston woodrow xavier yasser yolanda yuri yvonne zachary zoe
""")
"""Frequent given names in English-language news; none that is chiefly a place."""

GIVEN_PLACES = word_set("""
    adelaide albany alexandria austin brooklyn camden carolina chad charlotte chelsea chester dakota
    dallas darwin denver devon florence georgia houston jackson jordan kent kingston lincoln london
    lourdes macon madison memphis milan montana odessa orlando paris phoenix preston quincy raleigh
    regina salem savannah selma shelby siena sofia sydney trinidad troy valencia verona victoria vienna
    virginia
""")
"""Places that persons are named after by first name: "Jordan Spieth", "Paris Hilton"."""

SURNAME_PLACES = GIVEN_PLACES | word_set("""
    berlin boston bristol clinton durham england essex france german hamilton holland ireland israel
    jersey lancaster lyon monaco montgomery norman oxford poland rhodes richmond rochester roma sheffield
    spain stirling warren washington wellington winchester windsor york
""")
"""Places that are surnames as well: "Michael Jordan", "Denzel Washington"."""
