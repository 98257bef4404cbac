"""The closed classes of English words that the rules of this package look for."""

SPEECH = (
    r"(?:said|says|say|added|adds|told|noted|explained|stated|continued|stressed|recalled|replied|"
    r"claimed|argued|insisted|warned|wrote|tweeted|concluded|admitted|observed|remarked|asked|"
    r"announced|reported|commented|declared|confirmed|alleged|urged|suggested|pointed out|quipped)"
)
PRONOUN = r"(?:he|she|they|it)"
PERSONAL = r"(?:he|she|him|his|her|hers|himself|herself)"

TIME = (
    r"(?:second|minute|hour|day|morning|afternoon|evening|night|week|weekend|fortnight|month|"
    r"quarter|season|spring|summer|autumn|winter|year|decade|century|Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|"
    r"October|November|December)"
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
    r"(?:arose|beat|bent|bit|blew|bore|burst|clung|dealt|drank|dreamt|dug|fed|forgot|froze|hid|hung|"
    r"hurt|learnt|lit|misled|overcame|redid|rebuilt|rode|sang|sank|shrank|slid|sped|sprang|stuck|"
    r"stung|swam|swung|tore|undertook|underwent|upset|wept|withdrew|began|became|broke|brought|built|bought|came|caught|chose|cost|cut|drew|drove|fell|felt|"
    r"fled|flew|forced|found|fought|gave|went|got|grew|held|hit|kept|knew|laid|led|left|lent|let|"
    r"lost|made|meant|met|paid|put|quit|ran|rang|read|rose|said|sat|saw|sent|set|shook|shot|shut|"
    r"sold|sought|spent|split|spoke|spread|stole|stood|struck|swept|swore|took|taught|thought|"
    r"slept|threw|told|understood|woke|won|wore|wrote)"
)
PRESENTS = (
    r"(?:(?:add|aim|allow|amount|appeal|appear|argue|ask|attract|become|begin|believe|bring|call|cause|"
    r"change|claim|come|concern|consider|contain|continue|cost|cover|create|deal|demand|depend|"
    r"deserve|drop|enter|exist|expect|face|fail|fall|feel|fight|find|focus|follow|get|give|grow|happen|"
    r"harm|hear|help|hold|hope|include|increase|involve|join|keep|know|lack|lead|leave|let|like|live|"
    r"look|lose|love|make|mark|mean|meet|move|need|occur|offer|open|operate|oppose|own|pay|persist|plan|"
    r"play|prefer|prevent|produce|promise|prove|provide|raise|read|receive|refer|remain|report|"
    r"represent|require|rise|rule|run|say|see|seek|seem|sell|send|serve|share|show|speak|spend|stand|"
    r"start|stay|stick|stop|suffer|suggest|support|take|tell|tend|top|thank|think|treat|try|turn|use|"
    r"want|warn|win|work|worry|write)s?|"
    r"(?:deni|tri|carri|worri|lie|di|rel)es|goes|does|passes|reaches|stresses|watches|deny|carry|rely)"
)
