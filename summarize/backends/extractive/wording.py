"""The closed classes of English words that the rules of this package look for."""

from summarize.english.dates import MONTH_NAMES, WEEKDAYS
from summarize.wordlists import word_set

SPEECH = (
    r"(?:said|says|say|added|adds|told|noted|explained|stated|continued|stressed|recalled|replied|"
    r"claimed|argued|insisted|warned|wrote|tweeted|concluded|admitted|observed|remarked|asked|"
    r"announced|reported|commented|declared|confirmed|alleged|urged|suggested|pointed out|quipped)"
)
PRONOUN = r"(?:he|she|they|it)"
PERSONAL = r"(?:he|she|him|his|her|hers|himself|herself)"

TIME = (
    r"(?:second|minute|hour|day|morning|afternoon|evening|night|week|weekend|fortnight|month|"
    r"quarter|season|spring|summer|autumn|winter|year|decade|century|"
    f"{'|'.join((*WEEKDAYS, *MONTH_NAMES))})"
)

CONNECTIVE = (
    r"(?:but|however|and|or|nor|so|yet|meanwhile|meantime|moreover|furthermore|additionally|also|"
    r"besides|instead|therefore|thus|hence|thereby|thereafter|consequently|accordingly|"
    r"nevertheless|nonetheless|likewise|similarly|conversely|otherwise|then|afterwards?|"
    r"subsequently|secondly|thirdly|lastly|finally|again|too|either|indeed|"
    r"(?:still|further|rather|later|earlier|previously|soon|here|there|now)(?=,)|"
    r"(?:soon|shortly|immediately|just|long) (?:after|before)(?:wards?)?,|"
    r"later (?:that|on)\b|for (?:example|instance|that|this)|"
    r"in (?:addition|contrast|response|return|turn|reply|particular|other words|the meantime|"
    r"the process|doing so|so doing|all|fact|short)(?:,| to this| to that)|"
    r"on the (?:other hand|contrary|one hand)|at the (?:same )?time,|"
    r"as (?:a result|a consequence|such),|as (?:a result|a consequence) of (?:this|that)|"
    r"by (?:contrast|comparison),|by then|until then|since then|even so|even then|"
    r"that said|that is|to (?:this|that) end|a (?:day|week|month|year) (?:later|before|earlier))"
)
DEMONSTRATIVE = r"(?:this|these|that|those|such|it|them|him|her|theirs|both|neither|none)"

PLEONASTIC = (
    r"it(?:’s|'s| is| was| has been| will be| would be| remains| remained| seems| appears|"
    r" became)(?: also| still| now| not)*(?: (?:very|immediately|too|yet|quite|highly))?"
    r" (?:\w+ (?:that|whether|if|how|why|what|who|when)|"
    r"(?:important|necessary|possible|impossible|hard|difficult|easy|time|better|best|good|"
    r"illegal|legal|right|wrong|vital|crucial|essential|common|early|late|safe)"
    r" (?:for \w+ )?to|(?:the )?(?:first|second|third|last) time|"
    r"(?:last|this|only|just|not until|on|in) )"
)

REFERRING = (
    r"(?:accident|accused|agreement|announcement|arrests?|attackers?|attack|ban|blast|bomb|boy|"
    r"call|case|ceremony|change|charges?|clash(?:es)?|collision|comments?|couple|crash|crime|"
    r"decision|deal|deaths?|deceased|defendants?|development|discovery|driver|duo|event|explosion|"
    r"figures?|finding|findings|fire|gathering|girl|group|incident|initiative|instructions?|"
    r"killing|latter|letter|man|measures?|meeting|men|minister|mother|move|murder|notice|offences?|"
    r"official|officer|order|pair|plan|post|probe|project|proposal|remarks?|report|request|ruling|"
    r"scheme|shooting|spokesman|spokesperson|spokeswoman|statement|study|survey|suspects?|talks|"
    r"trial|trio|tweet|verdict|victims?|video|visit|warning|woman|women)"
)
COUNTED = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3})"

AUXILIARIES = (
    r"(?:am|is|are|was|were|be|been|has|have|had|do|does|did|will|would|shall|should|can|could|may|"
    r"might|must|cannot|\w+n[’']t)"
)
IRREGULAR_PASTS = (
    r"(?:arose|beat|bent|bit|blew|bore|burst|clung|dealt|drank|dreamt|dug|fed|forgot|froze|hid|"
    r"hung|"
    r"hurt|learnt|lit|misled|overcame|redid|rebuilt|rode|sang|sank|shrank|slid|sped|sprang|stuck|"
    r"stung|swam|swung|tore|undertook|underwent|upset|wept|withdrew|began|became|broke|brought|"
    r"built|bought|came|caught|chose|cost|cut|drew|drove|fell|felt|"
    r"fled|flew|forced|found|fought|gave|went|got|grew|held|hit|kept|knew|laid|led|left|lent|let|"
    r"lost|made|meant|met|paid|put|quit|ran|rang|read|rose|said|sat|saw|sent|set|shook|shot|shut|"
    r"sold|sought|spent|split|spoke|spread|stole|stood|struck|swept|swore|took|taught|thought|"
    r"slept|threw|told|understood|woke|won|wore|wrote)"
)
PRESENTS = (
    r"(?:(?:add|aim|allow|amount|appeal|appear|argue|ask|attract|become|begin|believe|bring|call|"
    r"cause|"
    r"change|claim|come|concern|consider|contain|continue|cost|cover|create|deal|demand|depend|"
    r"deserve|drop|enter|exist|expect|face|fail|fall|feel|fight|find|focus|follow|get|give|grow|"
    r"happen|"
    r"harm|hear|help|hold|hope|include|increase|involve|join|keep|know|lack|lead|leave|let|like|"
    r"live|"
    r"look|lose|love|make|mark|mean|meet|move|need|occur|offer|open|operate|oppose|own|pay|"
    r"persist|plan|"
    r"play|prefer|prevent|produce|promise|prove|provide|raise|read|receive|refer|remain|report|"
    r"represent|require|rise|rule|run|say|see|seek|seem|sell|send|serve|share|show|speak|spend|"
    r"stand|"
    r"start|stay|stick|stop|suffer|suggest|support|take|tell|tend|top|thank|think|treat|try|turn|"
    r"use|"
    r"want|warn|win|work|worry|write|accept|affect|agree|benefit|build|close|complain|damage|"
    r"decide|destroy|"
    r"die|earn|export|fear|go|hit|import|improve|invest|kill|launch|return|sign|threaten|visit|"
    r"wait)s?|"
    r"(?:deni|tri|carri|worri|lie|di|rel)es|goes|does|passes|reaches|stresses|watches|deny|carry|"
    r"rely)"
)

NEWS_TIME = (
    r"(?:\b(?:on|last|next|this|since|from|until|by) (?:\w+ ){0,2}?"
    rf"(?:{'|'.join(WEEKDAYS)})\b|"
    r"\b(?:this|last|next) (?:week|month|year)\b|\byesterday\b|\b(?:on|from|until|by) (?:\w+ )?"
    rf"(?:{'|'.join(MONTH_NAMES)})\b)"
)
AUTHORITY = (
    r"\b(?:ministr(?:y|ies)|ministers?|government|police|authorit(?:y|ies)|department|city hall|"
    r"administration|council|commission|court|prosecutors?|parliament|central bank|national bank|"
    r"United Nations|UNICEF|UNESCO|World Bank|World Health Organization|WHO|university|institute|"
    r"researchers?|scientists?|experts|officials|agency|directorate|federation|charit(?:y|ies)|"
    r"rights group|association|company|companies)\b"
)
FINDING = (
    r"\b(?:stud(?:y|ies)|survey(?:ed)?|report(?:ed)?|census|figures|statistics|data|research|"
    r"audit|found|"
    r"showed|shown|according to|announced|published|released|warned|approved|decided|estimates?|"
    r"grant|law|plan|programme|program|project)\b"
)
CROWD = (
    r"(?:\bper ?cent\b|%|\bone in \w+|\b\w+ in (?:five|ten|\d+)\b|\b(?:two|three|four) (?:thirds|"
    r"quarters|fifths)\b|"
    r"\bnumber of\b|\b(?:hundreds|thousands|millions|dozens|tens) of\b|"
    r"\b\d{1,3}(?:,\d{3})+\b|\bmillion\b|\bbillion\b|\bhal(?:f|ved)\b|\bdoubled\b|\btripled\b|"
    r"\b(?:nationwide|nationally|across the country|in the country|provinces|in Cambodia)\b|"
    r"\b\w+ of (?:its|the) \d+\b|fastest|largest|lowest|highest|record)"
)
NEWS_TENSE = (
    r"\b(?:ha(?:s|ve) (?:\w+ly |been |also |now |already )?(?:\w+ed|fallen|risen|grown|begun|"
    r"become|shown|lost|won|"
    r"found|cut|put|sent|set|given|taken|made|driven|brought|built|seen)|will (?:\w+ )?[a-z]+|"
    r"(?:is|are) (?:\w+ing|to (?:be|become|get)|\w+ed to)\b)"
)

ROLE = (
    r"(?:minister|spokes(?:man|woman|person)|governor|president|director(?:-general)?|chief|judge|"
    r"prosecutor|lawyer|mayor|ambassador|general|colonel|major|captain|coach|champion|chairman|"
    r"chairwoman|chairperson|head|leader|manager|owner|teacher|professor|researcher|scientist|"
    r"hydrologist|biologist|economist|expert|analyst|doctor|nurse|farmer|fisherman|driver|trader|"
    r"chef|monk|author|artist|singer|student|journalist|officer|official|secretary|senator|"
    r"lawmaker|activist|guard|worker|vendor|villager|resident|survivor|witness|defendant|suspect|"
    r"clerk|player|runner|boxer|footballer|striker|goalkeeper|defender|engineer|executive|"
    r"representative|commissioner|inspector|deputy)"
)
FEMALE = word_set(
    """
    mrs ms woman women girl mother daughter sister wife widow aunt grandmother queen princess
    spokeswoman chairwoman policewoman actress she her
    """
)
MALE = word_set(
    """
    mr man men boy father son brother husband widower uncle grandfather king prince spokesman
    chairman policeman fisherman actor he his
    """
)

OUTCOME = (
    r"\b(?:will|must|may|expects?|expected|plans? to|ordered|banned|fined|arrested|detained|"
    r"charged|"
    r"accused|acquitted|sentenced|because|caused?|due to|blamed?|reasons?|suspect(?:ed|s)?|closed|"
    r"rejected|denied|agreed|approved|faces?|since)\b"
)
