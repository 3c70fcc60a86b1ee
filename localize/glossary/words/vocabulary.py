"""English words that tell what a capital beside a term means. All lower case.

The lists are general knowledge of English news prose: function words, forms of address, public offices, calendar,
words that make an event or an institution out of a place ("Ukraine war", "Paris Agreement": the place is still
meant) and words that make a name out of it ("Washington Post", "Georgia Tech": it is not).
"""

from __future__ import annotations

from localize.glossary.words.words import word_set

SMALL_WORDS = word_set("""
    a about after against amid among an and are around as at be been being but by can could de del der di
    did do does du for from had has have her his if in into is it its la le less may might must my no nor
    not of off on onto or our out over per s should so t than that the their then to too up upon v van
    via von vs was were when while who will with within without would y yet you your
""")
"""Words that a headline may leave without a capital."""

ABBREVIATIONS = word_set("""
    adm amb asst atty brig capt cmdr co col corp cpl det dr esq etc fr ft gen gov hon inc insp jr lieut
    lt ltd maj messrs mlle mme mr mrs ms mt mx no pfc pres prof pvt rep rev sec sen sgt sr st ste supt vs
""")
"""Words after which a full stop ends no sentence."""

OPENERS = word_set("""
    a about above according across after again against ago ahead all almost along already also although
    always amid amidst among amongst an and another anti any anyone are around as aside ask at atop away
    back because before behind being below beneath beside besides between beyond big blame both but by
    can chief concerning could current despite did do does down dozens during each earlier eight either
    else elsewhere erstwhile even ever every everyone ex except few finally first five following for
    former formerly four free from further given had has have he help hence her here his how however
    hundreds i if in including indeed inside instead into is it its join just key last late later leading
    least leave less let like likewise major make many may maybe meanwhile meet might millions minus more
    moreover most much must my near nearly neither never nevertheless new next no nobody non none
    nonetheless nor not nothing notwithstanding now nowadays of off often on once one onetime only onto
    or other others otherwise our out outside over overall pending per perhaps plus post previously pro
    rather recently regarding same save second see senior seven several shall she should similarly since
    six so some someone sometimes soon still stop such support ten than thank thanks that the their them
    then there thereafter therefore these they third this those though thousands three through throughout
    thus till to today together tomorrow tonight too top toward towards two ultimately under underneath
    unless unlike until up upon us versus via visit was watch we welcome were what whatever when whenever
    where whereas wherever whether which while who whoever whom whose why will with within without would
    yes yesterday yet you your
""")
"""Words whose capital at the start of a sentence says nothing about the next word."""

ENDS_OF_OPENERS = ("ing", "ed", "ly", "s", "ern", "ese", "ian")
"""Of words that may open a sentence before a name: "Visiting", "Landlocked", "Neighbours", "Eastern"."""

QUALIFIERS = word_set("""
    ancient central champions colonial communist contemporary continental current democratic downtown
    eastern fascist fellow feudal fortress free future greater holders host hosts imperial inland
    isolationist little mainland medieval metropolitan mighty modern nazi nearby neighboring neighbouring
    nonaligned northeastern northern northernmost northwestern occupied old outer poor postwar
    present prewar proud republican revolutionary rich rival rivals rural shiite socialist southeastern
    southern southwestern soviet tiny urban vichy victorian wartime wealthy western young
""")
"""Adjectives and labels that go before a country or city without making another name of it."""

REGIONS_APART = word_set("cape ireland isles marianas sahara samoa territories territory")
"""What "Northern", "Western" ... do make another name of."""

PERSONAL = word_set("""
    brother capt captain coach col colonel congressman congresswoman councillor dame deacon det detective
    dr father fr gen gov governor judge justice lady lieutenant lord lt madam madame maj messrs miss
    mister mother mr mrs ms mx officer pastor pfc pope prince princess private prof professor pvt rabbi
    rep representative rev reverend saint sen senator sergeant sgt sheriff sir sister sr st ste
""")
"""What goes before a person's name: a place right after it is a surname or a saint."""

TITLES = word_set("""
    acting admiral adviser advisor ambassador archbishop attorney ayatollah baron baroness bishop boss
    brigadier caliph candidate captain captains cardinal ceo cfo chair chairman chairperson chairwoman
    chancellor chief co-founder coach commander commissioner comptroller congressman congresswoman consul
    coo coordinator count countess czar dean defence defense delegate deputy dictator diplomat director
    duchess duke emir emperor empress envoy ex-president executive fm founder gen general generals
    goalkeeper gov governor governors head imam incoming interim justice justices king kings lawmaker
    lawmakers leader leaders legislator lieutenant major majority manager marshal mayor mayors mep meps
    minister ministers minority mp mps mullah negotiator nominee officer ombudsman opener outgoing owner
    patriarch pm pms pope premier premiers presidency president presidents primate prime prince princes
    princess principal prosecutor prosecutors queen rapporteur regent rep representative representatives
    secretaries secretary secretary-general sen senator senators shah sheikh skipper solicitor speaker
    spokesman spokesperson spokeswoman sultan superintendent treasurer tsar under-secretary vice
    vice-chancellor vice-president viceroy vp whip
""")
"""Offices and ranks: a name beside them is still the name of who or what holds it."""

CALENDAR = word_set("""
    apr april aug august autumn christmas dec december easter feb february fri friday fridays jan january
    jul july jun june mar march may mon monday mondays nov november oct october ramadan sat saturday
    saturdays sep sept september spring summer sun sunday sundays thu thur thurs thursday thursdays tue
    tues tuesday tuesdays wed wednesday wednesdays winter
""")

CIVIC = word_set("""
    accord accords act administration affairs agency agreement agreements airport airstrike airstrikes
    ambassador ambassadors annexation armistice army assault assembly attack attacks authorities
    authority bailout ban bank basketball battle bid biennale bill bloc blockade board bombing bombings
    border borders brexit bridge budget bureau cabinet campaign campaigns castle cathedral caucus
    caucuses ceasefire centre championship championships charter choir coalition coast commission
    committee communique communiqué communist compact conference conflict congress congressional
    consensus constitution consulate convention conventions council coup court cpi crackdown crash
    cricket crisis cup d.c day dc deal debate declaration delegates delegation democracy department desk
    dialogue district division doctrine dollar earthquake election elections embargo embassies embassy eu
    exchange exit expo famine festival flood floods football force forces forum franchise fund games gdp
    genocide ghetto government governments guarantees guard hacking hearing highway hospital hostage
    independence inquiry insurgency intercept invasion investigation law laws legislature marathon
    massacre meeting memorandum men metro ministries ministry missile mission mosque museum mutiny
    nationals nato navy office officials olympic olympics open opera opposition orchestra pact pacts
    paralympics parliament parliamentary patrol peninsula philharmonic plan plea pledge pmi police policy
    pope primaries primary probe process protest protests protocol protocols province provinces pullout
    rally rebellion rebels recount referendum region relations republic resolution retreat revolution
    rial riots roundtable rugby sanctions section senate shooting side siege situation soccer spokesman
    squad stalemate state-run statement statute strait strategy strike strikes strip subway summit surge
    surrender symphony synagogue syndrome talks tariffs task tennis tensions terror threat tragedy
    treasury treaties treaty trials tribunal troops tsunami u.s uk ultimatum un university uprising us
    usa veteran veterans visa visas visit vote voters war wars week withdrawal women zone zoo
""")
"""Words that follow a place and leave it what it is: "Iraq War", "Paris Agreement", "Texas Senate"."""

KINDS = word_set("""
    airport archive award awards bridge clinic college faculty federation foundation gallery glacier hospital hurricane
    institute institution laboratory library medal memorial museum observatory organisation organization prize prizes
    reservoir river school societies society stadium storm theater theatre union university volcano
""")
"""Words for what a thing is that are translated beside its name: "Harvard University", "Turner Prize"."""

TRANSLATED = word_set("""
    canal century day days desert eve islands mountains ocean peninsula river sea strait strip war wars week year
""")
"""Words at the end of names that have a translation: "Jordan River", "Gaza Strip", "Labor Day"."""

BODIES = word_set("""
    agency authority board bureau campaign centre center coalition commission committee conference convention council
    court department forum fund group institute ministry office organisation organization panel summit treaty
""")
"""Words for bodies and agreements that say what they are about: "Panel on Climate Change"."""

MODIFIERS = word_set("""
    action aid air arab boys cell central civil climate cold commercial culture debt defence defense
    deputy digital economic economy education electoral emergency energy environment ethics export
    fashion federal finance first football foreign gas grain health high home housing human immigration
    industry information intelligence interior internal international justice labor labour liaison
    maritime migration military motor national new nuclear oil peace port power public refugee regional
    religious rural science security social sovereign special stock supreme technology trade transport
    trust unity water wealth women world youth
""")
"""Words that stand between a place and one of ``CIVIC`` or ``TITLES``: "Iran Nuclear Deal", "Israel Defense Forces"."""

BRANDS = word_set("""
    academy airlines airways albion apartments arena argus athletic avenue bancorp baptist bar beach
    boulevard braves breweries brewery broncos bros brothers browns bucks bulldogs bulls cafe café
    capitals cavaliers cellular celtics chargers chiefs chronicle cinemas clippers college colts corp
    corporation cowboys creek dodgers dolphins drive eagles enquirer everton examiner falcons farm farms
    fc ferry foods foundation fury galaxy gardens gazette giants globe grill grizzlies guitars hawks
    heights herald hilton holdings hornets hotel hotels inc inn inquirer institute jaguars jets journal
    junction lakers lane llc lodge ltd magazine mall manor mavericks mercury methodist motors mutual news
    newspaper newspapers nuggets observer pacers packers padres palace panthers park patriots phillies
    pistons pizza plaza plc post productions pub quarterly radio raiders railroad railway ramblers rams
    ranch rangers ravens redskins restaurant ridge road rockets rovers sc seahawks sentinel sg sixers sox
    springs square stadium steelers store stores street studios suites suns supermarkets tech telecom
    telegram telegraph television texans theater theatre timberwolves times titans trailblazers tribune
    twins united vikings villa wanderers warriors weekly yankees yard
""")
"""Words that make a newspaper, company, school, team, street or building of the name before them."""

ORDINARY_BRANDS = word_set("""
    air airlines alpha arms associates bank bears beer business cars century chocolate cinema city club
    company confidential county cream daily dispatch eagle entertainment evening express fever first
    goose group guardian hall heat hill hills house insurance jackets lions lottery magic mail media
    mills monitor mountain network nine pictures place press prison railways records reds reporter review
    royals saints school sky standard star stars state sun tavern tigers today tower towers town traffic
    trust tv watch watches wine wireless
""")
"""The same, but common words: in headlines their capital says nothing."""

COUNTRY_BRANDS = word_set("""
    airlines airways bancorp cellular foods magazine network news observer steel times today weekly women
""")
"""Words that make a company or paper of an acronym: "USA Today", "US Airways"."""

SPORTS = word_set("athletics basketball cricket football golf gymnastics hockey rugby soccer swimming tennis")
"""Sports: with a capital beside a place the name of a body or a paper, "France Football", where nothing follows."""

BRAND_HEADS = word_set("""
    ac afc air alfa as bank bayern bbc borussia cafe café camp cape cf club dinamo dynamo east fc fk fort
    hms hockey hotel inter itv lake lokomotiv miss mount ms mt new north port priorities pro racing radio
    rc real royal san santa sc south spartak sporting ss studio team tv uss voice west
""")
"""Words that make a name of the place after them: "Radio Scotland", "Team Brazil", "New Mexico", "Lake Chad"."""

NEW_PLACES = word_set("""
    britain brunswick caledonia delhi england guinea hampshire jersey mexico orleans wales york zealand
""")
"""What "New" makes another place of, also where its capital says nothing."""

AFTER_TITLES = {
    "general": word_set("""
    assembly atomics conference dynamics election elections electric hospital manager mills motors
    practitioner public secretariat strike synod
"""),
    "premier": word_set("division inn league"),
    "major": word_set("lazer league"),
    "captain": word_set("america marvel planet"),
    "king": word_set("county crab kong penguin"),
    "prime": word_set("number rate time video"),
    "speaker": word_set("phone series system"),
}
"""Words after which a title is none."""

BEFORE_GENERAL = word_set("""
    attorney auditor comptroller consul director governor in inspector postmaster secretary solicitor
    surgeon
""")
"""Words after which "general" is no rank."""

SURNAME_TITLES = word_set("""
    baron bishop chancellor dean duke earl judge king knight major marshal page pope prince queen sheriff
""")
"""Titles that are surnames as well: "Stephen King"."""

CAPITAL_PRONOUNS = word_set("all am an as at be do go he if in is it me no on or so to up us we who")
"""Words that a line in capitals writes like an acronym."""

TWINS = frozenset({("guinea", "bissau"), ("timor", "leste"), ("rolls", "royce"), ("hewlett", "packard")})
"""Parts joined by a hyphen that are one name."""

PAPERS = word_set("chronicle gazette herald journal mirror post telegraph times tribune")
"""Newspapers "of" somewhere: "Times of India"."""

OF_NAMES = frozenset(
    {
        ("bank", "america"),
        ("bank", "scotland"),
        ("house", "windsor"),
        ("prince", "wales"),
        ("princess", "wales"),
        ("voice", "america"),
    }
)
"""Names with "of" that are not translated, or not word by word."""

LEADERS = word_set("""
    across around at from in inside into near outside through throughout to toward towards
""")
"""Words before a place, not before a person."""

AFTER_POSSESSIVE = word_set("""
    arms bench choice club college counsel cross cup gallery gambit hall head island landing lynn park road
    speech square stadium stortford theatre town university way
""")
"""Words that make a name of a title in the genitive: "King's Cross", "Queen's Park"."""

PROGRAMMES = word_set("got next cup")
"""Words that make a programme or a race of a place in the genitive: "Britain's Got Talent", "America's Cup"."""

NAMED_AFTER = word_set("avenue bridge cinema county hotel park road school square street theater theatre")
"""Words at the end of what is named after someone: "Prince Charles Cinema", "King Edward Street"."""

THINGS = word_set("""
    album ballad band blog boat boutique brand comedy cruiser daily destroyer ferry film freighter frigate horse hotel
    icebreaker inn journal liner magazine movie musical newspaper novel opera outlet periodical play podcast poem pub
    quarterly restaurant series ship shop show sitcom song store submarine tabloid tanker trawler weekly website yacht
""")
"""Things that have names of their own."""

BEFORE_NAMES = word_set("by from in of to told with like")
"""Words after which a common noun in the singular wants an article, and a name none."""

GROUPS = word_set("""
    album albums bassist drummer fans frontman guitarist lyrics members music pianist singer song songs
    tribute vocalist
""")
"""What a band has."""

TEAMS = word_set("""
    admirals ambassadors bishops cardinals cavaliers chiefs commanders generals governors kings knights monarchs
    presidents rangers royals senators sheriffs sultans
""")
"""Titles that are teams after a city: "Ottawa Senators"."""

TOWNS_IN_PLACE = word_set(
    "boston calgary chicago detroit edmonton ottawa philadelphia pittsburgh seattle toronto winnipeg"
)
"""Cities that the name of a state after them does not make another town."""

BRANCHES = word_set("uk usa")
"""Acronyms that end names of national branches: "Cancer Research UK"."""
