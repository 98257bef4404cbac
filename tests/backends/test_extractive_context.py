import pytest

from summarize.backends.extractive.context import Need, need_of


@pytest.mark.parametrize(
    "text",
    [
        "He added that the judiciary also needs to expedite investigations.",
        "They left for Phnom Penh on Monday.",
        "His lawyer declined to comment.",
        "But he said the plan would go ahead.",
        "However, the ministry has denied the claim.",
        "Meanwhile, police arrested two men in Kandal.",
        "In addition, the ministry will build ten schools.",
        "This came after a month of talks.",
        "At that time, the river was closed to boats.",
        "No matter what ranking, he said Cambodia would continue its work.",
        "On Monday he told reporters that the road was open.",
        "After the meeting, she left for Siem Reap.",
        "It has never been repaired.",
        "It was sold to a company from Seoul.",
        "One of them was taken to hospital.",
        "Most of it went to Germany and Japan.",
        "“We meet regularly to exchange our experiences,” he added.",
        "“He is a good man,” Sok Chan said.",
        "The programme will run for two years, he said.",
        "Police said he was arrested at the border.",
        "The Ministry of Justice said she had been released.",
    ],
)
def test_pronouns_and_connectives_need_the_sentence_before(text: str) -> None:
    assert need_of(text) is Need.PREVIOUS


@pytest.mark.parametrize(
    "text",
    [
        "The call came on September 16 at a meeting on human trafficking.",
        "The incident took place near the market.",
        "The two notices were issued a day apart.",
        "The 26-year-old was taken to court on Monday.",
        "“The road is open,” the spokesman said.",
    ],
)
def test_what_takes_up_something_known_needs_the_topic(text: str) -> None:
    assert need_of(text) is Need.TOPIC


@pytest.mark.parametrize(
    "text",
    [
        "Minister of Justice Koeut Rith has urged improvements to the courts.",
        "Koeut Rith said he would visit the province.",
        "In his speech, Hun Sen thanked the donors.",
        "His Majesty King Norodom Sihamoni opened the festival.",
        "It is not clear whether the bridge will be rebuilt.",
        "It is important to boil water before drinking.",
        "This week the river rose by two metres.",
        "A 45-year-old man was murdered by his wife in Takeo.",
        "Driver Sok Chan told police that he had fallen asleep.",
        "“The road is open,” Transport Minister Sun Chanthol said.",
        "The death of King Sihanouk moved the country.",
        "The 2018 election was won by the ruling party.",
        "Those who lost their homes will be paid.",
        "Soaring prices worry farmers in Battambang.",
        "Buttressed by sandbags, the bank held.",
        "The Second World War ended in 1945.",
    ],
)
def test_what_stands_by_itself_needs_nothing(text: str) -> None:
    assert need_of(text) is Need.NOTHING
