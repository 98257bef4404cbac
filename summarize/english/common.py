"""Capitalised words that are no names: how sentences begin, titles, and words of bodies."""

import re
from typing import Final

from summarize.wordlists import word_set

# How sentences of English news begin; plurals and the endings below are not listed.
_OPENERS: Final = word_set(
    """
    a about above across act actor actress additional adult after afterward again against age
    ahead aid aide air aircraft airline airport all almost along alongside already also although
    altogether always amid amidst among amongst amount amputee an analyst ancient and anger angry
    animal annual another answer any anybody anyone apart appeal area argue army around arrest
    artefact article artifact as aside ask asset at athlete atop attack attempt attorney audience
    author authority average award aware away baby back bad bail ban bank banker banknote base
    battle be beach beauty because become before behind being believe below beneath benefit beside
    better between beyond big bill bird blast blood board boat body bomb book border born boss
    both boy bridge brief bring british brother budget build builder bulk burial bus busy but
    buyer by cabin cable call came campaign can candidate cannot captain car care caretaker cargo
    case cash casino cat cause ceasefire celebrity cell central century ceremony certain chair
    champion change charge cheap check chicken chief child children chip choice choose cinema
    circle citizen city civil civilian claim clash class classroom clear climate close co coach
    cold college come commerce commercial common company compare complaint computer concern
    conflict consider consulate consumer contact container content continue contrary control cop
    copy cost cotton could couple court cover credit crew crime crisis critic crocodile crop crowd
    crystal cultural culture curiosity currency current customer cut dance danger dark data date
    daughter day de dead deal dear death debate debt decade deep defeat defence defense degree
    delegate demand demine deminer democracy dengue deputy desire despite detail developer device
    diabetes did digital diplomat diplomatic direct director disaster disease display distance
    diver do doctor documentary does dog dolphin domestic donor double down dozen draft drama
    drink driven driver drone drop drought drug due dust duty each earlier earthquake easier east
    eastern easy eat ecology economic economy ecosystem educator effort eight eighteen eighty
    either electric electricity electronic elephant eleven else elsewhere embassy employee
    employer end energy engine engineer enjoy enough entire environmental envoy even event ever
    every everybody everyone everywhere evidence ex exact except exchange exercise expense expert
    export external extra eye face facility fact factory fail family fan far fare farm farmer
    farther fast father fear federal fee feel fellow female ferry festival few fewer field fifteen
    fifth fifty fight figure fill film filmmaker final finance financial find fine finish fire
    firefighter firm first fiscal fish fisherman fishermen five flag flight flood floodwater
    flower fluid focus follow food for force foreign forest forget former fortune forty forward
    founder four fourteen fourth free frequent fresh friend from front fruit fuel full fund
    funeral further furthermore future gambler game gang gas gather gender general generosity
    geography get girl give given global go goal goat gold golden good goods governor graduate
    grass gratitude great green ground group growth guard guest guesthouse gun gunman gunmen had
    half hard harvest has have haven he head health heat heavy held helicopter help hence her here
    hero hers high higher hill him his historian history ho hold holiday holy home honey hope
    hospital host hostel hotel hour house household how however huge human hundreds hunger husband
    i ice idea if illegal image immediate impact import important in income increase independent
    individual industrial industry inequality infant influence infrastructure initial injury
    inland inquiry insect inside inspector instead insurance intelligence interest internal
    international internet interview into investor iron is island issue it its itself ivory jail
    job joint judge just justice keep key kid kids king know knowledge known labor labour lack
    lake land landlord landmine language large last late later latest law lawmaker lawyer lead
    leader league learn least leave left legal legislator leopard less lesson lest let letter
    level liberal liberty library licence license life lifeguard light like likewise line linear
    lion list little live loan local logger long look loss lot loud love low lower machine made
    magistrate mail main mainland major majority make male man many market marriage mass master
    match material mathematics matter may maybe me mean meantime meanwhile measure media medicine
    member men mental menu merchant merit message meter metre metric middle might migrant militant
    military million mind mine miner minister ministry minor minority minute miss missile mobile
    model modern monetary money monk monsoon month moon more moreover most mother mountain much
    multiple mum municipal murder museum music must my name national nationwide natural nature
    near neck negotiator neighbor neighbour neither net network never nevertheless new news
    newspaper next night nine nineteen ninety no noble nobody non none nonetheless noon nor normal
    north northern not note now nowadays nowhere number nun nurse object occasional of off
    offender offer office officer official often oil ok okay old older on once one ones online
    only open opponent or order ordinary organ organize other otherwise our out outdoor output
    outside over overall overseas own owner page pagoda paid pair palm panel paper parcel parent
    park part partner party passenger past patience patient pay peace penalty pencil people per
    percent perhaps period permit person personal petitioner petrol philosophy phone photo
    photograph photography physician pick picture pilgrim pilot place plan plane planet plant play
    player please plus poem poetry police policeman policemen policy politician poll poor pop pope
    popular port post poverty power praise pre premier presence present president press price
    prime prince princess prior prison prisoner privacy private pro problem process producer
    product profit program programme progress project prominent proper property proponent
    prosecutor protest protester proud province provincial psychology public publisher pupil
    puzzle pyramid quarter queen quick quite race radio raid rail rain rainfall raise ranger rank
    rapid rapper rare rate rather reach reader real reason rebel rebirth recent record recovery
    red referee reform refugee regard regardless region regional regular regulator relic religion
    remains remark remember rent report reporter rescue rescuer research researcher resident
    residential respect respondent response rest restaurant result retail return revenue rice rich
    right ring ritual rival river road robot role roof room root round rubber rule run runway
    rural safe safety said salary sale same sand satisfy save say scam scammer scene scholar
    school science score scrap sea search season second secret secretary security see self seller
    senator send senior sentence separate series server service seven seventeen seventy several
    severe sexual shadow shareholder shark sharp she shell shepherd ship shoe shop short shot
    should show shrine sick silence silver similar simple since singer single sister site six
    sixteen sixth sixty skate skill slavery sleep slip slow small smoke smuggler snow so social
    society soil solar soldier sole solid some somebody somehow someone sometimes somewhere son
    soon sorry sort source south southern space speaker special speech spokesman spokesperson
    spokeswoman sport staff stage stamp standard star state statue still stock stone stop storm
    story strange stream street strike striker strong struggle student study subject substantial
    such sugar suicide summer support supporter sure surface surgeon surprise survey survivor
    suspect sweet switch symbol symptom system table take taken talk tap tariff tax teach teacher
    team technology teen teenager telephone temperature temple temporary ten tennis term territory
    terror test text than thank that the theatre their them then theory there thereafter thereby
    therefore these they think third thirteen thirty this those though thousand threat three
    through throughout thus ticket tiger till time tiny tip tips tire title to today together
    tomorrow tone tonight tonne too top torrential total tough toward town track trade trader
    traditional traffic trafficker train transport travel traveler traveller tread tree trial
    triangle trip troop trouble truce truck true trust truth try tune tweet twelfth twelve twenty
    twice twin two type typhoon under underneath unfortunately unhappy union unique unit unity
    unless unlike until unusual up update upon upset urban us user using usual vaccine value
    variety vehicle velocity vendor verb verdict very vessel veteran via victim victory video
    vigil villager violence virtual visa visibility visit visitor visual vitamin voice volatile
    volume volunteer vote voter wage wait want war warm warrant was watch water wave way we wealth
    wealthy weapon wear weather website week weekend weight welcome well were west western what
    whatever wheat wheel wheelchair when whenever where whereas wherein wherever whether which
    whichever while whilst white who whoever whole whom whose why wide widespread wife wild
    wildlife will wind wine winner winter wisdom wise with within without woman women wonder word
    work worker workplace world worse worshipper would wow writer written wrong yeah year yellow
    yes yesterday yet you young younger your youth zero
    """
)
_ENDING: Final = re.compile(
    r".{2,}(?:[^aeiou]ing|[aeiou]ying|ed|[^aeiou]ly|ness|ments?|[ts]ions?|[ai]bles?|ities|isms?|"
    r"ists?|eenth|ieth|ive|ous|ical)$"
)
_NAMES_ALL_THE_SAME: Final = word_set(
    """
    ahmed alfred baptist beijing billy boeing browning chongqing christ clement clive cummings ed
    emily fielding fleming fred goering golding guinness hamed harding hastings holly hong italy
    javed jennings jinping keating kelly khaled kimberly kong kunming lansing manning mohamed
    mohammed molly muhammed nanjing nike polly rashed rawlings redding saeed sally shelly spalding
    sterling sting syed ted waleed wilfred willy xiaoping
    """
)
TITLES: Final = word_set(
    """
    acting actor actress admiral adviser advisor ambassador attorney brig brigadier capt captain
    ceo cfo chairman chairperson chairwoman chancellor chief chumteav cm co coach col colonel
    commander congressman congresswoman constable coo cto dame deputy director dr emperor ex
    excellency executive former founder general governor h.e imam inspector judge justice king
    lady lieutenant lord lt major mayor minister miss mla mlas monk mp mps mr mrs ms officer okhna
    oknha pm pope premier president prime prince princess prof professor queen representative
    reverend samdech secretary senator sergeant sgt sheikh singer sir speaker spokesman
    spokesperson spokeswoman sultan superintendent venerable vice yeay
    """
)
"""Words before a name that tell what somebody is and not who."""

TIMES: Final = word_set(
    """
    apr april aug august dec december feb february friday fridays jan january jul july jun june
    mar march may monday mondays nov november oct october saturday saturdays sep sept september
    sunday sundays thursday thursdays tuesday tuesdays wednesday wednesdays
    """
)
"""Months, weekdays and hours: capitalised, but no names."""

FUNCTION_WORDS: Final = word_set(
    """
    a an and are as at be but by do does for from he her his i if in is it its me my no not of on
    or our she that the their they this those to was we were with you your
    """
)
"""Words that are no name even where a headline or a title capitalises them."""

GENERIC: Final = word_set(
    """
    cabinet center central centre church city commission committee constitution council country
    court day department east eastern embassy federal government governor house internet kingdom
    local national north northern opposition palace parliament parliamentary party police province
    republic royal senate south southern state states summit supreme treaty twitterati union
    university vip web west western world
    """
)
"""Words that belong to names, but name nothing in particular when they stand alone."""

HEADS: Final = word_set(
    """
    academy agency alliance archbishop army assembly association authority bank board body bureau
    center centre chamber church city coalition college commission committee confederation congress
    corporation council court
    department duchess duke embassy faculty federation forum foundation fund government gulf
    hospital house institute islands kingdom league library ministry movement museum office
    organisation organization palace parliament party port province republic royal school sea
    senate society states strait temple times tower trade union university war world
    """
)
"""Words after which "of" or "for" goes on with the same name: Bank of Cambodia."""

SHORT_TITLES: Final = word_set("brig gen gov hon insp maj pol rep rev sen ven")
"""Short forms of titles, which are names where no point follows: Hun Sen, Pol Pot."""

PORTFOLIOS: Final = word_set(
    """
    affairs agriculture broadcasting commerce communications culture defence defense economy
    education energy environment external finance foreign health home information interior justice
    labor labour planning religion tourism trade transport treasury
    """
)
"""Words for what a minister is in charge of, which are no part of the name beside them."""


def is_common(word: str) -> bool:
    """Whether ``word``, capitalised only as the first of its sentence, is most likely no name."""
    lower = word.lower()
    if lower in _NAMES_ALL_THE_SAME:
        return False
    stem = lower.removesuffix("s")
    singular = stem.removesuffix("ie") + "y" if stem.endswith("ie") else stem
    known = not _OPENERS.isdisjoint((lower, stem, singular, stem.removesuffix("e")))
    return known or bool(_ENDING.match(lower))
