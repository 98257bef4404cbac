"""Small articles of the kinds that a desk gets, for the rules of the extractive summariser."""

FEATURES: dict[str, tuple[int, list[str]]] = {
    "salt": (
        4,
        [
            "Before dawn, Hem Nary rakes salt into small white hills.",
            "Her feet are cracked, and her hat is older than her son.",
            "She has done this for 22 seasons.",
            "“My mother did it too,” she says.",
            "But salt from Kampot may soon be gone: output has fallen to 30,000 tonnes, a "
            "quarter of "
            "that of 2015, the salt producers’ association reported on Tuesday.",
            "Rain now falls in months that used to be dry.",
            "The association has asked the government for a loan of 5 million dollars.",
            "Nary has begun to sell coconuts.",
        ],
    ),
    "school": (
        3,
        [
            "When the bell rings in Prey Chhor, nobody comes.",
            "Teacher Mao Sith waits at the door with a piece of chalk in his hand.",
            "He counts four pupils where there were thirty.",
            "One in five children in the province has left school since January to work in "
            "Thailand "
            "with their parents, a survey by the education ministry shows.",
            "The survey, which was published on Friday, asked 410 schools.",
            "Officials want to open boarding houses in six districts.",
            "Sith rings the bell again.",
        ],
    ),
    "bees": (
        5,
        [
            "Long Sokha does not wear gloves.",
            "He lifts a branch in the forest of Kirirom, blows smoke on it and waits.",
            "The bees rise like a curtain.",
            "His son holds the bucket.",
            "It takes them an hour for each comb.",
            "Wild honey will be protected by a label from next month, the Ministry of Commerce has "
            "decided, so that buyers can tell it from sugar syrup.",
            "Only 12 communities may use the label.",
            "A litre now sells for 20 dollars, and the ministry expects 30.",
            "Sokha wants to buy a motorbike.",
        ],
    ),
    "pepper": (
        3,
        [
            "Nget Sarin ties the first vines of the day to their poles.",
            "Her hands smell of pepper even after she has washed them.",
            "She planted the garden with her husband, who died in 2020.",
            "But pepper from Kampot is coming back: exports rose to 120 tonnes in May, the "
            "Ministry "
            "of Commerce reported on Monday.",
            "Most of it went to Germany and Japan.",
            "“We could sell three times as much,” said Ngoun Lay, a grower.",
            "He said that growers lacked water.",
            "The ministry will pay for 40 wells this year.",
            "Sarin hopes that one of them will be hers.",
        ],
    ),
    "clinic": (
        3,
        [
            "For two days, Ny Chanthou carried her baby from clinic to clinic.",
            "The first was closed, the second had no doctor, and in the third they gave her syrup.",
            "Her son is well again, but she still cries when she tells it.",
            "Nearly half of the health centres in the north-east have no doctor, according to a "
            "report "
            "that the World Health Organization released on Monday.",
            "The report counts 1,240 centres in the country, of which 310 lack clean water.",
            "The health ministry said that it would train 500 doctors a year.",
        ],
    ),
}
"""By name: which sentence has the news (from 0), and the sentences."""

NEWS = {
    "bridge": [
        "The bridge over the Sangker in Battambang will be closed for six months from Monday, the "
        "Ministry of Public Works and Transport said on Friday.",
        "He who has to cross may use the ferry at Wat Kandal, it said.",
        "Engineers found cracks in two of its nine pillars.",
        "Repairs will cost 1.2 million dollars.",
        "Shopkeepers fear for their trade.",
    ],
    "fire": [
        "Three people died when a fire destroyed a karaoke bar in Poipet on Sunday night, police "
        "said.",
        "It broke out in the kitchen at about 11pm.",
        "She was the first to smell smoke, a waitress said.",
        "The owner was arrested on Monday.",
        "Two of the dead were 19 years old.",
        "In 2022 a fire in a casino in the same town killed 26 people.",
    ],
    "visit": [
        "King Norodom Sihamoni will visit China from Thursday to see his doctors, the palace "
        "announced.",
        "His mother will go with him.",
        "They will stay in Beijing for two weeks.",
        "The president of the Senate acts as head of state until they return.",
        "It is the second journey of the King this year.",
    ],
}
"""Articles whose lead is the news."""

INTERVIEWS = {
    "told": [
        "Historian Chan Sambo has spent 20 years with the inscriptions of Angkor.",
        "In an interview with this newspaper, he warns that rain is washing them away.",
        "“In ten years a third will be unreadable,” Sambo says.",
        "The stones stand in the open, most of them without a roof.",
        "“A roof costs less than a car,” he adds.",
        "The culture ministry has copied 400 of the 1,200 texts on paper.",
        "Sambo would like to have them scanned.",
        "“Paper burns,” the historian says.",
    ],
    "transcript": [
        "Swimmer Oum Rathana won two medals in Hanoi last week.",
        "We met her at the pool of the Olympic Stadium.",
        "Q: How often do you train?",
        "A: “I swim for five hours a day, six days a week.”",
        "Q: What do you want to win next?",
        "A: “I want to reach a final at the Asian Games.”",
        "Q: Are you afraid of sharks?",
        "A: “No.”",
        "Rathana, 19, trains without a coach since her own left for Thailand in May.",
        "The federation promises her a new one by December.",
    ],
}

PRICES = [
    "Traders at the Central Market complain about a slow week as prices of vegetables go up.",
    "The rain has damaged fields in Kandal.",
    "Customers buy less.",
    "A kilogram of tomatoes costs 5,500 riel, up 1,500 riel.",
    "Cucumbers cost 3,000 riel a kilogram, twice as much as in June.",
    "Chillies sell for 12,000 riel.",
    "Prices of pork did not change and stand at 19,000 riel a kilogram.",
    "Imports from Vietnam may help within days.",
]

LIST = [
    "The city of Phnom Penh has announced new rules for street vendors.",
    "Governor Khuong Sreng signed them on Monday.",
    "These are the rules:",
    "Carts must leave the pavement by 7am.",
    "Gas bottles of more than 15 kilograms are banned.",
    "Whoever breaks a rule pays a fine of 200,000 riel.",
    "Vendors protested in front of city hall on Tuesday.",
    "About 30,000 people live from selling in the streets.",
]

BRIEFS = [
    ["The zoo of Phnom Tamao has a baby tiger.", "It was born on Sunday."],
    [
        "A lorry lost 400 melons on National Road 1 on Monday.",
        "Nobody was hurt.",
        "Villagers had eaten most of them when police came.",
    ],
    [
        "Two men won 100 million riel each in the state lottery on Friday.",
        "One is a barber from Takeo.",
        "The other has not come forward.",
        "He has 60 days.",
    ],
]
