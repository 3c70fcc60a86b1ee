"""Surnames that English has as words, too, and what of them a sentence may begin with as words. All lower case.

Of the 5,000 most frequent surnames in the census of the United States of 1990 (Census Bureau, public domain) those that
an English dictionary has, function words, days of the week, peoples and
cities left out; and a few of people in the news.
"""

from __future__ import annotations

from localize.glossary.words.words import word_set

SURNAMES = word_set("""
    aaron abraham adam adams ahmad ahmed akin albert alderman alexander alfred ali allan allen alley almond
    anderson andrew andrews angel anthony antonio appel apple archer archibald archie arias armstrong arnold
    arroyo arthur ash ashley askew atkins austin aviles bach back bacon badger bailey baker baldwin bales ball
    banda bandy banks banner bannister barber bard barker barnes barney baron barrios barrow barrows barry bass
    bates batiste batten battle battles batts bayer bays beach beal beals beam bean bear beard beaver beavers
    beck bedford beers begay belcher bell belt bender benedict benjamin benner bennett berg bernard berry best
    beverly bey biggs billings bills binder birch bird bishop black blackburn blair blake bland blank blanks
    bliss block blocker bloom blue blunt boatman bobbitt bock bogan bolden boles bolling bolt bolton bond bonds
    bone book booker booth borders boss bottoms bounds bourgeois bower bowers bowie bowler bowling bowman box
    boyd bracken bradford bradley bragg branch brand bravo bray breen brennan brewer bridges bright brill brim
    brink broadway brock brogan brooks brothers brown browning bruce bruno bryan buck bull bullock bunch bundy
    bunker bunting burbank burden burger burgess burke burns burr burrow burrows burt burton busby bush buss
    butcher butler button butts cable cade cage cain calabrese call camara cameron camp campbell canales cannon
    caraway carbone card carey carl carlos carnes caro carpenter carr carrier carrion carroll carson carter
    carver case casey cash cass castellano castellanos castle castro caudle cave cecil chamberlain chambers
    champagne champion chan chance chandler chapman charles chase cheek chen cherry chester chestnut chew child
    childs chin choate chow christian christie christopher christy church churchill clark clarke clary clay clem
    clement cleveland click clinton close cloud coats coffin cohen cole coleman coles collier collins colon
    combs comer cone conger conn conrad cook cooks coombs coon coons cooper cope corey cornell cornett corral
    costa cote cotter cotton couch council counts cousins couture covert covey coward cox coy craft craig crane
    craven crawford creamer creed creel cress crews crisp croft cromer crook crooks cross crouch crow crump
    cruse cruz cummins currie curry curtis cutler daily dale dalton dang daniel daniels darling davenport david
    davies davis day deal dean decker dell denning dennis dent derrick dew dexter dial diamond dibble dick
    dickens dickey dill dingle dixon dodd dodds dodge doe doll dollar donald doss doughty douglas dove dow dowdy
    downing downs dozier drake draper drew driver dudley duff duke dukes duncan dunning durham durkin dye dyer
    dykes eagle earl earls earnest east eaves eddy eden edgar edge edmond edmonds edward edwards elder elias
    elliott ellis emery engle ernst evans everett fain fair falcon falls fanning farmer farrow fay felix fellows
    felts fender ferguson ferrara ferrari ferris ferry field fielder fields fife finch fine fink finn fish
    fisher fisk fleck fleming fletcher flint flood flora flowers folk forbes ford foreman forest fort forte
    fortune foster fountain fowler fox frame francis francisco frank franklin franks franz fraser frederick
    fredericks freed freedman freeman fried friend fries fritz frost fry fryer fuller funk furlong gable gabriel
    gage gaines gale gall gallant gamble garcia gardner garland garner garnett garrison gary gaston gates gay
    gee gentile gentry george gerald gibbons gibson gilbert gill gist givens gladden glass glaze glenn goad gold
    golden golding goldsmith good goode gooden gooding gordon gore goss grace graff graham grant graves gray
    green greene greenfield greenwood gregg gregory grey grice griffin grimes grooms gross grove groves guess
    guest guy hacker hackney hagen haggard hair hale hales hall hamilton hamm hammer hampton han hand handy
    hanks hanna hannah harden harder hardy hare harman harms harness harp harper harris harrison harry hart
    harvey hastings hatch havens hawk hawks hay hayes hays hazel head heard heath heck hedges heinrich held helm
    helms henderson henning henry herbert herman hermann herring hickey hicks hill hills hinds hogan hoke holden
    holder holly holm holmes holt homer hood hook hooker hooks hoover hope hopkins hopper horn horning hough
    house houston howard hoy hudson huff hughes hull hummel hunt hunter hurst hurt hyde ingle irons isaac isaacs
    ivory ivy jack jacks jackson jacob jacobs jacobson jacques james janes jasper jay jean jefferson jeffrey
    jenkins jerome jobe joe john johns johnson johnston joiner jolley jolly jones jose joseph joy joyce juarez
    judge julian justice kaiser kane katz keck keel keeling keen keener keith kelly kemp kennedy kenny kent kern
    kerns key keys khan kilgore kim kinder king kirk kirkland kitchen kitchens kline knight knoll kohl kyle
    lackey lacy laird lake lam lamb lambert lancaster lance land landers lane lang large larry lash lavender law
    lawless lawrence laws lay layman lea leach leak lear lee lees leger lemon lemons leon leonard leslie levi
    levy lewis light lim lin lincoln link lira lister little liu lively lloyd lock logan lohr long lopes lord
    louis love loveless loving lucas ludwig luis luke luna lusk luster luther lutz lynch lynn maas macdonald
    mace mack madden madison madrigal major majors malcolm mallard mann manning manns manuel maple maples marble
    march marcus mares marino marion mark marks marquis marsh marshall martel martens martin martins mason mast
    masters matthew matthews maxwell may mayo mays mead meadows medina medley meek meeker meeks mercer merchant
    mesa messenger messina meyer meyers michael michaels michel michels miles miller mills milton miner minor
    minter miranda mitchell mock moll money monk monroe montalvo montes montgomery moody moon moore morales
    moreau morgan morris morrison morrow morse morton mosby moses moss motley mount mouton muhammad mull muller
    mulligan murphy murray muse nail nance nash nathan nation neal neil nelson nettles newberry newman newton
    nicholas nickel nix nixon noble nobles norman north norton null numbers nutter oaks ogle olds olive oliver
    otto outlaw overby owen owens pace pack packer pagan page painter palmer parent parish park parker parkinson
    parks parr parry parson parsons partridge pate patrick patten paul peace peacock peak pearl pease peck peek
    peel peeler pence penn penny pepper perez perry peter peters petit petty philips phillips piazza pierce
    pierre pike pinto piper pitcher pitman place pleasant pointer poling pollack pollard pollock ponce pond
    ponder pool pope porter post potter pounds powell power powers prater pratt prentice preston price pride
    priest prince proctor provost pulley queen quick quinn quinones race rains ralph ramirez rand ransom rash
    ray raymond rea read reagan reaves rector redd redden redding reed reedy rees reeve reeves register reid
    reis rey reynolds rhea rhodes rice rich richard richards richardson richmond ricks rico riddle rider rife
    riley ring rivers roach robert roberts robertson robins robinson rock roe roger rogers roland roller romeo
    root roper rosa rosas rose ross rounds rouse rowan roy royal royster ruby rudd ruff rush rushing russell
    rust ruth ryan sabo saddler sage sager sales salinas salisbury salmon salter sample samples sams samuel
    samuels sander sanders sands santiago santos saucier savage savoy sawyer sawyers sayers scales schilling
    scott seal seals seaman sears sebastian sellers sessions settle settles sexton shade shah shank shanks sharp
    shaver shaw shay shearer sheets sheffield shell shelley shelly shepherd sherman sherry shields shin shivers
    shoemaker shook shore shores short shorter sides sierra sikes sills silva silver silvers simon simons
    simpson sims singer singh singleton sipes skinner skipper slack slater slaughter sledge small smalls smart
    smiley smith smothers snead snell snider snipes snook snow solomon song south southern sowers sparks sparrow
    spear spearman spears speed speer spence spencer spring springer squires stack stallings stamper stamps
    stanford stanley staples stark starks starling steed steel steen stein stephen stephens sterling stern
    stevens steward stewart stiles stillman stock stoker stokes stone stoner storey storm story stott stout
    strain strand strange street stringer strong stuart stump sturgeon styles sullivan summers swain swan swank
    sweat sweet swift tabor tam tan tang tanner taylor teal teeter temple terry thatcher thomas thompson thomson
    thorn thorne thrash thrasher thurman tice tiller tinker todd tom tong towns tracy treat trice trotter trout
    troy true trujillo tuck tucker turner turney tyler urban usher vail valentine van vandyke vang veal vega
    vela vera vernon vest victor vigil villa vincent vines wade wagner wagoner wakefield walker wall wallace
    waller walling wallis walls walsh walter walters wang ward warden ware warner warren waterman waters watson
    watt watts wayne weathers weaver webb webster weed weeks weir welch wells west wester wheat wheeler whipple
    white whited whitehead whiting whitney whittle wick wicker wicks wild wilder wiles wilhelm william williams
    willie wills wilson wilt winchester wing winston winter winters wise withers wolf wolfe woo wood woodcock
    wooden woodruff woods woody word workman worth worthy wray wren wright yang young younger zhang
    balls cruise firth fury hurts jobs truss
""")

UNCOUNTED = word_set("""
    amber ash bacon bark battle beard beef blame bliss bone brass bread butter candy care case cash chance change charity
    cherry christian church clay climate coal cotton country craft credit crime culture dance dare day death dew
    dust duty east english faith fame fashion fat fear fire fish fishing flood flora folk food force fortune freedom french
    frost fuel game german glass glory gold good grace grain grass greece ground hair harm haste hate hay health heat help
    history hope hunt ice industry iron ivory ivy jewel joy judgment justice labor lace land law lead leather light lightning
    lime love luck main march marble may meat mercy metal milk mist money moss music north nothing oak oil olive
    pain paint paper park peace pepper pine pitch plant play poetry police power pride race rain rice rock roman root rope
    rust sage salt sand school science sea service shade shell sheep shine silk silver sky sleep slaughter smoke snow soap space
    speed spice spirit sport spring stamp star steam steel stock stone storm street strength style sugar sun swain sweat
    sweet talk tea temple thought thunder time tin toil town trade traffic train travel treasure trust truth turkey use value
    virtue war waste water wax way wealth weather west wheat wind wine winter wisdom wood wool word work world worth
    barley gravel honey south summer temperance
    fury
""")
"""Words that begin a sentence without an article, or whose capital is their own: seasons, faiths, points of the compass."""
