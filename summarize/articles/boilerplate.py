"""What stands around a story and is none of it: bylines, captions, links, invitations.

Every pattern must match a whole paragraph, and none matches a sentence a reporter would write:
a leftover line costs less than a lost fact.
"""

import re
from collections.abc import Iterable

NAME = r"[A-Z][\w’'.-]+"
NAMES = rf"{NAME}(?: {NAME}){{1,4}}"
AGENCY = (
    r"(?:AFP|AKP|ANI|AP|BBC|EPA|Getty(?: Images)?|IANS|PTI|REUTERS|Reuters|RFA|VOA|Xinhua)"
    r"(?: Photo)?"
)
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
DATE = rf"(?:(?:\w+day,? )?(?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}}),? \d{{4}})"
IN_CAPTION = (
    r"(?:arrives?|attends?|carr(?:y|ies)|gestures?|holds?|looks?|poses?|rides?|sits?|speaks?|"
    r"stands?|waits?|walks?|(?:is|are) (?:seen|pictured))"
)

STAFF = (
    r"(?:[Ss]taff(?: [Ww]riters?| [Rr]eporters?| [Cc]orrespondents?)?|[Aa]genc(?:y|ies)|[Oo]ur \w+)"
)
BYLINES = (
    rf"(?:[Bb]y|BY):? (?:(?:{NAME}|{AGENCY}) )?{STAFF}(?:(?: and|,) (?:{NAMES}|{STAFF}))*",
    r"BY:? [A-Z][A-Z’'. -]+(?:(?: AND|,) [A-Z][A-Z’'. -]+)*",
    rf"{AGENCY} {STAFF}|{STAFF}",
    r"(?:Published|Updated|Posted|Last (?:updated|modified)):? (?:\d+|an?) \w+ ago",
    r"\d+ (?:minutes?|mins?|hours?|hrs?|days?|weeks?) ago",
    r"(?:Updated?:? |Posted at )?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})?",
    r"[([]?(?:[Ww]ritten|[Ee]dited|[Cc]ompiled|[Tt]ranslated|[Gg]raphics?|[Rr]eported)(?: and \w+)?"
    r" by [A-Z].{0,300}[)\]]?",
    r".{2,160} contributed to this (?:report|story|article)\.?",
    r"[a-z]{2,4}(?:/[a-z]{2,4})+(?:/\d+)?|\d+ (?:of|/) \d+",
    r"(?:Last (?:updated|modified)|First published)(?: on)? .{0,60}\d.{0,20}",
    rf"(?:\w{{3}} )?{DATE}(?:,? \d{{1,2}}[.:]\d\d(?: [A-Z]{{2,4}})?)?",
    rf"Submitted by .{{1,60}}|(?:\w+day, )?{DATE}(?: \d\d:\d\d)? {NAMES}",
    r"\d{1,5}",
    rf"(?:Story |Written |Reported )?[Bb][Yy]:? (?:{NAMES}|{AGENCY})"
    rf"(?:(?:,| and|,? in| \||,? {AGENCY}| /) ?(?:{NAMES}|{NAME}|{DATE}))*",
    rf"{NAMES} \| (?:Publication date|Published|Updated|Posted|{DATE}).*",
    rf"(?:Publication date|Published|Last updated|Updated|Posted)(?: on| at)?:? (?:\w+day,? )?"
    rf"(?:\d|{MONTH})[^!?]{{0,60}}(?<![a-z]{{2}}\.)",
    rf"{DATE}(?:,? (?:at )?\d{{1,2}}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{{2,4}})?)?",
    rf"\d+[- ]min(?:ute)?s?(?: read)?(?:\s*[·•|,]\s*{DATE})?",
)
CREDIT = r"(?:Photos?|Images?|Pictures?|Photographs?|Videos?|Graphics?)"
CAPTIONS = (
    rf"[A-Z].{{0,300}}[ (\[|]{CREDIT}(?:\s*[:/|]| by| courtesy of| credit) ?[A-Z@].{{0,80}}",
    rf"[A-Z].{{0,300}}(?: [–—-]|[.(\[|/])\s?{AGENCY}(?:/[A-Z][\w .’'-]{{1,40}})[)\]]?\.?",
    rf"[A-Z].{{0,300}}[(\[](?:{AGENCY}|File|Supplied|Handout)(?: [Pp]hoto| [Ii]mage| via .{{1,40}}"
    r")?[)\]]\.?",
    rf"(?:(?:File|Handout|Supplied) )?{CREDIT}(?: supplied)?",
    rf"{NAMES}/(?:{NAMES}|{AGENCY})",
    r"(?:Photo|Image|Picture|Photograph|Caption|Video|Graphic|Illustration)s?"
    r"(?: (?:by|credit|courtesy|supplied))?\s*[:/] ?.{0,300}",
    rf"(?:Photos?|Images?|Pictures?) (?:by|courtesy of) {NAME}(?: [\w’'./-]+){{0,5}}",
    rf"[A-Z][^.!?]{{0,200}}\b{IN_CAPTION}\b[^.!?]{{0,200}}[.]? \(?(?:Photo: )?{AGENCY}[^.]{{0,30}}",
    rf"\(?{AGENCY}(?:[/ ][\w /]{{2,40}})?\)?",
)
LINKS = (
    r"(?:also read|read also|read more|see also|see more|read next|more on this|related|"
    r"recommended|watch|listen|in pictures|don[’']t miss|you may also like|"
    r"related (?:stor(?:y|ies)|articles?|news|content|posts?|topics?))\s*[:|>»].{0,300}",
    r"(?:read more|related (?:stor(?:y|ies)|articles?|news|content|posts?|topics?)|see also|"
    r"you may also like|recommended for you|most read|trending(?: now)?|"
    r"continue reading|keep reading|read the full (?:story|article).{0,60})[.…»> ]*",
    r"more from [^.!?]{1,40}",
    r"(?:read more|click here|tap here) (?:about|at|here|on|in|to) .{0,120}",
    r"(?:tags?|topics?|keywords?|categor(?:y|ies)|filed under|source)\s*:.{0,200}",
)
EMBEDS = (
    r"to view this video,? please enable javascript.{0,120}|"
    r"the post .{1,200} (?:appeared first|first appeared) on .{1,80}|"
    r"view this post on \w+|a post shared by .{1,120}|see more on \w+|"
    r"watch (?:this|the) video.{0,80}|your browser does not support.{0,120}|"
    r"(?:please )?enable javascript.{0,120}|loading(?:\.{3}|…)?",
    r"(?:https?://|www\.|pic\.twitter\.com/)\S+|— .{1,60} \(@\w+\).{0,40}|@\w+|(?:#\w+\s*)+",
)
WALLS = (
    r"this (?:article|story|content|page) is (?:only )?(?:for|available to|exclusive to|"
    r"reserved for).{0,60}\b(?:subscribers|members|readers)\b.{0,160}",
    r"(?:to continue reading|to read (?:the full|the rest|more)|already an? (?:subscriber|member))"
    r"\b"
    r".{0,200}",
    r"you (?:have|[’']ve) (?:\w+ )?(?:\d+|\w+) (?:free )?(?:articles?|stor(?:y|ies))\b.{0,160}",
    r"(?:get|enjoy) unlimited (?:digital )?access\b.{0,160}|subscribe (?:now )?(?:to|for) "
    r"(?:continue|unlimited|full|read|only|just).{0,120}|choose (?:the|a|your) plan\b.{0,120}",
    r"(?:log|sign) in(?: (?:to|or|with)\b.{0,80})?|(?:forgot|lost) (?:your )?password\?",
)
RELEASES = (
    r"[([]?(?:additional |with )?(?:reporting|writing|editing)(?: and \w+)? by \w.{0,300}[)\]]?",
    r"(?:for immediate release|(?:press|news|media) release|embargoed (?:until|for)\b.{0,80})"
    r"[:. ]*",
    r"(?:phone|tel(?:ephone)?|fax|mobile|e-?mail|web(?:site)?)\s*:.{0,120}",
    r"(?:media |press )?(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies))(?: \w+)?:.{0,300}",
    r"(?:for (?:more|further|additional) information|for (?:media|press) (?:enquiries|inquiries))"
    r",? (?:please )?(?:contact|visit|call|e-?mail).{0,250}",
    r"sent from my \w+.{0,30}|get outlook for \w+",
)
SLUGS = (
    r"ZCZC\b.{0,60}|[A-Z][A-Z0-9-]+(?:/[A-Z0-9 ()-]+)+",
    r"\((?:Adds|Updates|Recasts|Corrects|Repeats|Refiles|Rewrites|Writes through)\b[^)]{0,200}\)",
)
"""Lines of wire copy for editors."""
TRAILS = (
    r"(?:[^.!?|›»>]{1,40}\s[|›»>]\s){2,}[^.!?|]{0,120}",
    r"(?:home|news|front page)\s[/›»>|]\s.{1,120}",
)
"""Where in a site a page stands."""
INVITATIONS = (
    r"(?:explore|read|see) more on (?:these|this|related) topics?|reuse this content|"
    r"our standards:.{0,120}|get (?:the |our |a )?.{0,60}\bin your inbox\b.{0,60}",
    r"advertisement\s*[·|:–-].{0,40}",
    r"(?:advertisement|advertising|sponsored(?: content)?|promoted(?: content)?|story continues"
    r" below(?: advertisement)?|article continues (?:below|after).{0,30})[.:\s-]*",
    r"(?:share|tweet|e-?mail|print|save|copy link|comments?|leave a comment|facebook|twitter|x|"
    r"whatsapp|telegram|linkedin|messenger|line|share (?:this|on|via|with) ?.{0,40})"
    r"(?:[\s|,/•·]+(?:share|tweet|e-?mail|print|save|copy link|facebook|twitter|x|whatsapp|"
    r"telegram|linkedin|messenger|line))*",
    r"(?:sign up|subscribe|register (?:now|here|for|to))\b.{0,120}\b(?:newsletters?|inbox|"
    r"updates|alerts|channel|e-?mail|today|now|free|account|access)\b.{0,80}",
    r"(?:(?:follow|join|like|find) us on|download our app|get our app)\b.{0,160}",
    r"(?:join|follow|support) our (?:\w+ )?(?:channel|group|community|page|journalism|work)\b"
    r".{0,160}",
    r"(?:copyright\W*)?(?:©|\(c\)|(?<=copyright )\d{4}).{0,200}|all rights reserved\.?",
    r"\W+",
)
DROPPED = (
    re.compile("|".join(BYLINES + CAPTIONS + SLUGS)),
    re.compile("|".join(LINKS + EMBEDS + WALLS + RELEASES + TRAILS + INVITATIONS), re.IGNORECASE),
)
LONGEST = 400
"""Characters; what is longer tells something."""
END_MARK = re.compile(r"#{2,}|\W*(?:ENDS?|Ends?|ends?|-30-|NNNN)\W*")
"""What ends a release or a wire story; below stands who sent it."""
SIGNED = re.compile(rf"(?<=[.!?”\"]) +(?:[–—-] ?)?[/(]?{AGENCY}\)?$")


def drop_boilerplate(paragraphs: Iterable[str]) -> list[str]:
    """Keep the paragraphs of the story up to its end mark, without the agency that signs it."""
    kept: list[str] = []
    for paragraph in paragraphs:
        if END_MARK.fullmatch(paragraph):
            if len(kept) > 1:
                break
        elif not _is_boilerplate(paragraph):
            kept.append(SIGNED.sub("", paragraph))
    return kept


def _is_boilerplate(paragraph: str) -> bool:
    return len(paragraph) <= LONGEST and any(p.fullmatch(paragraph) for p in DROPPED)
