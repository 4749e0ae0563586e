"""Invented reports that quote somebody, with the sayings that should be found over them.

A saying: its kind, how many reports have it, and the words that took each other's place (either way round).
"""

Saying = tuple[str, int, set[tuple[str, str]]]

FIRST: list[tuple[str, tuple[str, ...], list[Saying]]] = [
    (
        "same words",
        (
            "“We will keep the border open for as long as families are waiting,” Minister Dara Vold said on Sunday.",
            'Dara Vold told reporters: "We will keep the border open for as long as families are waiting."',
        ),
        [("same", 2, set())],
    ),
    (
        "same words in three",
        (
            "“We will keep the border open for as long as families are waiting,” Minister Dara Vold said.",
            'Vold told reporters: "We will keep the border open for as long as families are waiting."',
            "The minister, Dara Vold, said: ‘We will keep the border open for as long as families are waiting.’",
        ),
        [("same", 3, set())],
    ),
    (
        "shortened at the end",
        (
            "“We will keep the border open for as long as families are waiting on the other side,” Dara Vold said.",
            "“We will keep the border open,” Dara Vold said on Sunday.",
        ),
        [("shortened", 2, set())],
    ),
    (
        "shortened with an ellipsis",
        (
            "“We will keep the border open, whatever our neighbours may think of it, until the last family has"
            " crossed,” Dara Vold said.",
            "“We will keep the border open … until the last family has crossed,” Dara Vold said.",
        ),
        [("shortened", 2, set())],
    ),
    (
        "shortened with dots in brackets",
        (
            "“We will keep the border open, whatever our neighbours may think of it, until the last family has"
            " crossed,” Dara Vold said.",
            "“We will keep the border open [...] until the last family has crossed,” said Dara Vold.",
        ),
        [("shortened", 2, set())],
    ),
    (
        "shortened without an ellipsis",
        (
            "“We will keep the border open, day and night, until the last family has crossed,” Dara Vold said.",
            "“We will keep the border open until the last family has crossed,” said Dara Vold.",
        ),
        [("shortened", 2, set())],
    ),
    (
        "quoted in part",
        (
            "“This was a cowardly act against people at prayer, and we will find who did it,” President Lena"
            " Marsh said.",
            "President Lena Marsh called the raid “a cowardly act against people at prayer” and left.",
        ),
        [("shortened", 2, set())],
    ),
    (
        "quoted in four words",
        (
            "“This was a cowardly act against people at prayer, and we will find who did it,” President Lena"
            " Marsh said.",
            "President Lena Marsh spoke of “a cowardly act” and left for Quorn.",
        ),
        [("shortened", 2, set())],
    ),
    (
        "one word is another",
        (
            "“Our troops will leave the valley before the end of the winter,” General Pavel Oster said.",
            "“Our troops may leave the valley before the end of the winter,” General Pavel Oster said.",
        ),
        [("altered", 2, {("will", "may")})],
    ),
    (
        "a graver word",
        (
            "“Those who fired on the market are criminals and will be treated so,” General Pavel Oster said.",
            "“Those who fired on the market are terrorists and will be treated so,” General Pavel Oster said.",
        ),
        [("altered", 2, {("criminals", "terrorists")})],
    ),
    (
        "a not is lost",
        (
            "“We did not order the strike on the mill and we regret every death,” Pavel Oster said.",
            "“We did order the strike on the mill and we regret every death,” Pavel Oster said.",
        ),
        [("altered", 2, set())],
    ),
    (
        "a not in a short form is lost",
        (
            "“We didn’t order the strike on the mill and we regret every death,” Pavel Oster said.",
            "“We ordered the strike on the mill and we regret every death,” Pavel Oster said.",
        ),
        [("altered", 2, set())],
    ),
    (
        "a number is another",
        (
            "“Fourteen of our men did not come back from the ridge last night,” Pavel Oster said.",
            "“Forty of our men did not come back from the ridge last night,” Pavel Oster said.",
        ),
        [("altered", 2, {("Fourteen", "Forty")})],
    ),
    (
        "a number in digits is no other",
        (
            "“Fourteen of our men did not come back from the ridge last night,” Pavel Oster said.",
            "“14 of our men did not come back from the ridge last night,” Pavel Oster said.",
        ),
        [("same", 2, set())],
    ),
    (
        "a name is corrupted",
        (
            "“The road from Halmer to Quorn is closed to every lorry until further notice,” Pavel Oster said.",
            "“The road from Hammer to Corn is closed to every lorry until further notice,” Pavel Oster said.",
        ),
        [("altered", 2, {("Halmer", "Hammer"), ("Quorn", "Corn")})],
    ),
    (
        "a place is another",
        (
            "“We will rebuild every house in Mosul before anyone asks us to,” Pavel Oster said.",
            "“We will rebuild every house in Aleppo before anyone asks us to,” Pavel Oster said.",
        ),
        [("altered", 2, {("Mosul", "Aleppo")})],
    ),
    (
        "translated differently, more alike",
        (
            "“Our hand is stretched out for peace, but our other hand holds the rifle,” Pavel Oster said in"
            " Quorn on Friday.",
            "At the market the general took up the talks again: “We extend our hand for peace, but in the "
            "other hand we hold a rifle,” Pavel Oster told the crowd.",
        ),
        [("reworded", 2, set())],
    ),
    (
        "two sentences made one",
        (
            "“The talks are over. The guns will speak from now on, and we are ready,” Pavel Oster said.",
            "“The talks are over and the guns will speak from now on, and we are ready,” Pavel Oster said.",
        ),
        [("same", 2, set())],
    ),
    (
        "two quotations of one sentence",
        (
            "“The talks are over and the guns will speak from now on,” Pavel Oster said. “We have been ready"
            " since the spring.”",
            "“The talks are over and the guns will speak from now on. We have been ready since the spring,”"
            " Pavel Oster said.",
        ),
        [("same", 2, set())],
    ),
    (
        "interrupted in one report",
        (
            "“The talks are over,” Pavel Oster said, “and the guns will speak from now on in the valley.”",
            "“The talks are over and the guns will speak from now on in the valley,” said Pavel Oster.",
        ),
        [("same", 2, set())],
    ),
    (
        "over paragraphs in one report",
        (
            "Pavel Oster said: “The talks are over and nobody mourns them.\n\n“The guns will speak from now on"
            " in the valley.”",
            "“The talks are over and nobody mourns them. The guns will speak from now on in the valley,” Pavel"
            " Oster said.",
        ),
        [("same", 2, set())],
    ),
    (
        "another saying of one speaker on one day",
        (
            "“We took eleven prisoners at the dam and brought them to Quorn,” Pavel Oster said on Sunday.",
            "“We lost four men at the bridge and buried them in Halmer,” Pavel Oster said on Sunday.",
        ),
        [],
    ),
    (
        "another saying on the same subject",
        (
            "“The dam is safe and nobody below it needs to leave,” Pavel Oster said on Sunday.",
            "“Whoever attacks the dam attacks every family that drinks from it,” Pavel Oster said on Sunday.",
        ),
        [],
    ),
    (
        "one form of words, two reports of losses",
        (
            "“We killed 12 of them near Halmer and took 3 prisoners,” Pavel Oster said.",
            "“We killed 9 of them near Quorn and took 5 prisoners,” Pavel Oster said.",
        ),
        [],
    ),
    (
        "one phrase of two speakers",
        (
            "“We will never negotiate with those who murder children,” President Lena Marsh said.",
            "“We will never negotiate with those who murder children,” General Pavel Oster said.",
        ),
        [],
    ),
    (
        "a stock phrase at two events",
        (
            "2024-03-05\n\nA bomb killed nine people in Halmer on Tuesday.\n\n“We will not rest until those"
            " responsible are brought to justice,” Dara Vold said.",
            "2024-06-19\n\nGunmen shot four farmers near Quorn on Wednesday.\n\n“We will not rest until those"
            " responsible are brought to justice,” Dara Vold said.",
        ),
        [],
    ),
    (
        "a stock phrase at one event",
        (
            "2024-03-05\n\nA bomb killed nine people in Halmer on Tuesday.\n\n“We will not rest until those"
            " responsible are brought to justice,” Dara Vold said.",
            "2024-03-06\n\nNine people died in the bombing of Halmer.\n\n“We will not rest until those"
            " responsible are brought to justice,” Dara Vold said.",
        ),
        [("same", 2, set())],
    ),
    (
        "one phrase in two longer sayings",
        (
            "“We thank our friends in the region for their support, and the harvest will begin next week,” Dara"
            " Vold said.",
            "“We thank our friends in the region for their support, and no foreign soldier will stay here,”"
            " Dara Vold said.",
        ),
        [],
    ),
    (
        "the spokesman and the body",
        (
            "“No aircraft of ours was over the valley on Sunday morning,” the army’s spokesman, Colonel Idris"
            " Faro, said.",
            "“No aircraft of ours was over the valley on Sunday morning,” the army said in a statement.",
        ),
        [("same", 2, set())],
    ),
    (
        "the last name alone",
        (
            "“No aircraft of ours was over the valley on Sunday morning,” Colonel Idris Faro said.",
            "“No plane of ours was over the valley on Sunday morning,” Faro told the radio.",
        ),
        [("altered", 2, {("aircraft", "plane")})],
    ),
    (
        "a name in another spelling",
        (
            "“No aircraft of ours was over the valley on Sunday morning,” Colonel Abdul Karim Sattari said.",
            "“No aircraft of ours was over the valley on Sunday morning,” Colonel Abdel-Karim Satari said.",
        ),
        [("same", 2, set())],
    ),
    (
        "a speaker without a name",
        (
            "“No aircraft of ours was over the valley on Sunday morning,” Colonel Idris Faro said.",
            "“No aircraft of ours was over the valley on Sunday morning,” a military source said.",
        ),
        [("same", 2, set())],
    ),
    (
        "nobody named, a word changed",
        (
            "“They came at dawn, took the mules and burned the school behind them,” a resident said.",
            "“They came at dawn, took the mules and burned the mosque behind them,” a witness said.",
        ),
        [("altered", 2, {("school", "mosque")})],
    ),
    (
        "nobody named, another saying",
        (
            "“They came at dawn and took the mules,” a resident said.",
            "“They came at night and took my brother to the barracks,” a resident said.",
        ),
        [],
    ),
    (
        "spelling",
        (
            "“Our defence organisations recognise the labour of every volunteer in the valley,” Dara Vold said.",
            "“Our defense organizations recognize the labor of every volunteer in the valley,” Dara Vold said.",
        ),
        [("same", 2, set())],
    ),
    (
        "editors' brackets",
        (
            "“He [the governor] must go before the winter or the valley will rise,” Pavel Oster said.",
            "“He must go before the winter or the [Halmer] valley will rise,” Pavel Oster said.",
        ),
        [("same", 2, set())],
    ),
    (
        "a bracket in place of a word",
        (
            "“He must go before the winter or the valley will rise,” Pavel Oster said.",
            "“[The governor] must go before the winter or the valley will rise,” Pavel Oster said.",
        ),
        [("shortened", 2, set())],
    ),
    (
        "three, of which one altered",
        (
            "“Our patience has limits and they were reached in Halmer,” Pavel Oster said.",
            "“Our patience has limits and they were reached in Halmer,” General Pavel Oster said on Sunday.",
            "“Our patience has limits and they were crossed in Halmer,” Oster said.",
        ),
        [("altered", 3, {("reached", "crossed")})],
    ),
    (
        "two sayings over two reports",
        (
            "“Our patience has limits and they were reached in Halmer,” Pavel Oster said. “Every gun on the"
            " ridge is loaded tonight,” he added.",
            "“Every gun on the ridge is loaded tonight,” Pavel Oster said, adding: “Our patience has limits and"
            " they were reached in Halmer.”",
        ),
        [("same", 2, set()), ("same", 2, set())],
    ),
    (
        "capitals of a headline",
        (
            "OSTER: “OUR PATIENCE HAS LIMITS AND THEY WERE REACHED IN HALMER”\n\nGeneral Pavel Oster spoke on Sunday.",
            "“Our patience has limits and they were reached in Halmer,” General Pavel Oster said.",
        ),
        [("same", 2, set())],
    ),
    (
        "a word doubled, a dash, another comma",
        (
            "“Our patience — and God knows we were patient — has limits, and they were reached in Halmer,”"
            " Pavel Oster said.",
            "“Our patience, and God knows we were patient, has limits and they were reached in in Halmer,”"
            " Pavel Oster said.",
        ),
        [("same", 2, set())],
    ),
    (
        "a tense",
        (
            "“We are fighting for every house in the old town of Halmer,” Pavel Oster said.",
            "“We were fighting for every house in the old town of Halmer,” Pavel Oster said.",
        ),
        [("altered", 2, {("are", "were")})],
    ),
    (
        "a report that quotes it twice",
        (
            "Oster: “Our patience has limits”\n\n“Our patience has limits and they were reached in Halmer,”"
            " General Pavel Oster said.",
            "“Our patience has limits and they were reached in Halmer,” General Pavel Oster said.",
        ),
        [("same", 2, set())],
    ),
]

SECOND: list[tuple[str, tuple[str, ...], list[Saying]]] = [
    (
        "same words, other marks, other order",
        (
            "Yusra Hadin, who runs the kitchen, said: «Every day we cook for four hundred people and it is"
            " never enough.»",
            "''Every day we cook for four hundred people and it is never enough,'' Hadin said.",
        ),
        [("same", 2, set())],
    ),
    (
        "same words, an agency in between",
        (
            "“Our planes will come back every night until the guns are silent,” General Sefa Bardo told Reuters.",
            "“Our planes will come back every night until the guns are silent,” Reuters quoted Bardo as saying.",
        ),
        [("same", 2, set())],
    ),
    (
        "ministry, spokesman, name",
        (
            "“The two pilots ejected safely and are being questioned,” the interior ministry said in a"
            " statement on Friday.",
            "“The two pilots ejected safely and are being questioned,” interior ministry spokesman Col. Sefa"
            " Bardo said.",
            "“The two pilots ejected safely and are being questioned,” Bardo said.",
        ),
        [("same", 3, set())],
    ),
    (
        "shortened in the middle, three dots",
        (
            "“The two pilots, both of them officers with families in the capital, ejected safely and are being"
            " questioned,” Sefa Bardo said.",
            "“The two pilots ... ejected safely and are being questioned,” Sefa Bardo said.",
        ),
        [("shortened", 2, set())],
    ),
    (
        "only the tail",
        (
            "“I have said it before and I say it again: nobody will be left behind on that mountain,” Sefa Bardo said.",
            "Sefa Bardo promised that “nobody will be left behind on that mountain”.",
        ),
        [("shortened", 2, set())],
    ),
    (
        "the head in one, the tail in the other, all in a third",
        (
            "“The bread is gone and the wells are dry, and still they ask us to wait,” Yusra Hadin said.",
            "“The bread is gone and the wells are dry,” said Yusra Hadin.",
            "“And still they ask us to wait,” said Yusra Hadin.",
        ),
        [("shortened", 3, set())],
    ),
    (
        "three words of it",
        (
            "“What they did in Quorn is a stain that will not wash off this government,” opposition leader Dara"
            " Vold said.",
            "Opposition leader Dara Vold spoke of “a stain that will not wash off” in an interview.",
        ),
        [("shortened", 2, set())],
    ),
    (
        "a modal verb",
        (
            "“The army must answer for every shell that fell on the camp,” Dara Vold said.",
            "“The army should answer for every shell that fell on the camp,” Dara Vold said.",
        ),
        [("altered", 2, {("must", "should")})],
    ),
    (
        "never and always",
        (
            "“We have never fired on an ambulance in this war,” Sefa Bardo said.",
            "“We have fired on an ambulance in this war,” Sefa Bardo said.",
        ),
        [("altered", 2, set())],
    ),
    (
        "no longer",
        (
            "“The bridge is no longer under our control after last night,” Sefa Bardo said.",
            "“The bridge is under our control after last night,” Sefa Bardo said.",
        ),
        [("altered", 2, set())],
    ),
    (
        "hundreds and thousands",
        (
            "“Hundreds of families are walking towards the border without water,” Yusra Hadin said.",
            "“Thousands of families are walking towards the border without water,” Yusra Hadin said.",
        ),
        [("altered", 2, {("Hundreds", "Thousands")})],
    ),
    (
        "twenty-five and 25, thirty and 35",
        (
            "“We found twenty-five rifles and thirty rockets under the floor of the school,” Sefa Bardo said.",
            "“We found 25 rifles and 35 rockets under the floor of the school,” Sefa Bardo said.",
        ),
        [("altered", 2, {("thirty", "35")})],
    ),
    (
        "a person's name",
        (
            "“It was Colonel Haris who gave the order, and Colonel Haris will answer for it,” Dara Vold said.",
            "“It was Colonel Harun who gave the order, and Colonel Harun will answer for it,” Dara Vold said.",
        ),
        [("altered", 2, {("Haris", "Harun")})],
    ),
    (
        "a place in another transliteration",
        (
            "“The road to Deir ez-Zor was open until the drones came on Friday night,” Sefa Bardo said.",
            "“The road to Dayr az-Zawr was open until the drones came on Friday night,” Sefa Bardo said.",
        ),
        [("same", 2, set())],
    ),
    (
        "a side is another",
        (
            "“The rebels opened fire first and our men answered after a warning,” Sefa Bardo said.",
            "“The soldiers opened fire first and our men answered after a warning,” Sefa Bardo said.",
        ),
        [("altered", 2, {("rebels", "soldiers")})],
    ),
    (
        "machine rewording within the marks",
        (
            "“Our fighters entered the town at dawn and raised the flag over the hospital roof,” Sefa Bardo said.",
            "“Our combatants got into the town at daybreak and hoisted the banner over the hospital roof,” Sefa"
            " Bardo said.",
        ),
        [("altered", 2, {("dawn", "daybreak")})],
    ),
    (
        "two translations",
        (
            "“We do not want war, but if it is forced on us we know how to fight it,” Sefa Bardo said.",
            "“We are not looking for a war, but should one be imposed on us, we know how to wage it,” Sefa Bardo said.",
        ),
        [("reworded", 2, set())],
    ),
    (
        "a semicolon for a stop, and for and",
        (
            "“The river is high; the ford cannot be used before Thursday,” Sefa Bardo said.",
            "“The river is high. The ford cannot be used before Thursday,” Sefa Bardo said.",
        ),
        [("same", 2, set())],
    ),
    (
        "halves in two quotations",
        (
            "“The river is high,” Sefa Bardo said. “The ford cannot be used before Thursday at the earliest.”",
            "“The river is high. The ford cannot be used before Thursday at the earliest,” Sefa Bardo said.",
        ),
        [("same", 2, set())],
    ),
    (
        "interrupted, with a word changed",
        (
            "“If they come across the river,” Sefa Bardo warned, “we will burn every boat on the bank.”",
            "“If they come across the river we will sink every boat on the bank,” Sefa Bardo said.",
        ),
        [("altered", 2, {("burn", "sink")})],
    ),
    (
        "another saying about the same boats",
        (
            "“We will burn every boat on the bank if they come,” Sefa Bardo said on Monday.",
            "“The boats belong to fishermen who have nothing to do with this war,” Sefa Bardo said on Monday.",
        ),
        [],
    ),
    (
        "the same thanks, another matter",
        (
            "“On behalf of the whole cabinet I thank our partners, who sent forty doctors,” Dara Vold said.",
            "“On behalf of the whole cabinet I thank our partners, who reopened the airport,” Dara Vold said.",
        ),
        [],
    ),
    (
        "daily figures",
        (
            "“In the past 24 hours our air defence shot down 17 drones and 2 missiles over the south,” Sefa"
            " Bardo said.",
            "“In the past 24 hours our air defence shot down 31 drones and 6 missiles over the east,” Sefa Bardo said.",
        ),
        [],
    ),
    (
        "a stock phrase, years apart",
        (
            "Published 12 January 2023\n\nA mine killed three shepherds near Sabrat on Wednesday.\n\n“Our"
            " thoughts are with the families of the victims,” Dara Vold said.",
            "Published 3 May 2024\n\nA ferry sank off Jessam with sixty people on board.\n\n“Our thoughts are"
            " with the families of the victims,” Dara Vold said.",
        ),
        [],
    ),
    (
        "an old saying recalled with its place",
        (
            "2024-01-12\n\nA mine killed three shepherds near Kirkuk on Wednesday. The army cleared the road to"
            " Erbil.\n\n“We will clear every field around this town by the summer,” Dara Vold said.",
            "2024-05-03\n\nFields around Kirkuk are still mined, and the road to Erbil is shut. “We will clear"
            " every field around this town by the summer,” Dara Vold said in January.",
        ),
        [("same", 2, set())],
    ),
    (
        "two ministers, one phrase",
        (
            "“We reject this resolution in the strongest terms,” Foreign Minister Dara Vold said.",
            "“We reject this resolution in the strongest terms,” Foreign Minister Oran Pell said.",
        ),
        [],
    ),
    (
        "a chant of nobody's",
        (
            "Thousands marched in Quorn and chanted “bring our sons home from the mountain”.",
            "In Halmer, too, crowds chanted “bring our sons home from the mountain”.",
        ),
        [("same", 2, set())],
    ),
    (
        "residents, unlike",
        (
            "“The shells came from the ridge and fell on the market at noon,” a shopkeeper said.",
            "“The shells came every night and my children cannot sleep any more,” a mother said.",
        ),
        [],
    ),
    (
        "a name with a title and an accent",
        (
            "“We ask for nothing but a road that is open,” Bishop José Arana said.",
            "“We ask for nothing but a road that is open,” Bishop Jose Arana said.",
        ),
        [("same", 2, set())],
    ),
    (
        "a speaker's name corrupted",
        (
            "“We ask for nothing but a road that is open and a well that is clean,” Bishop José Arana said.",
            "“We ask for nothing but a road that is open and a well that is clean,” Bishop José Arama said.",
        ),
        [("same", 2, set())],
    ),
    (
        "filler words",
        (
            "“Well, you know, we ask for nothing but a road that is open,” Bishop José Arana said.",
            "“We ask for nothing but a road that is open,” Bishop José Arana said.",
        ),
        [("shortened", 2, set())],
    ),
    (
        "a word put in",
        (
            "“The attack was carried out by people from across the border,” Dara Vold said.",
            "“The attack was deliberately carried out by armed people from across the border,” Dara Vold said.",
        ),
        [("shortened", 2, set())],
    ),
    (
        "the nested words",
        (
            "“They told us ‘the town is empty now’ and we believed them,” Yusra Hadin said.",
            "“They told us ‘the town is empty now’ and we believed them,” said Yusra Hadin.",
        ),
        [("same", 2, set())],
    ),
    (
        "contractions both ways",
        (
            "“They’re not our soldiers and we don’t know who’s paying them,” Dara Vold said.",
            "“They are not our soldiers and we do not know who is paying them,” Dara Vold said.",
        ),
        [("same", 2, set())],
    ),
    (
        "an abbreviation",
        (
            "“The United Nations must send monitors to the valley this week,” Dara Vold said.",
            "“The UN must send monitors to the valley this week,” Dara Vold said.",
        ),
        [("same", 2, set())],
    ),
    (
        "a pronoun resolved without brackets",
        (
            "“He gave the order himself and he will answer for it,” Dara Vold said.",
            "“Bardo gave the order himself and he will answer for it,” Dara Vold said.",
        ),
        [("altered", 2, {("He", "Bardo")})],
    ),
    (
        "one altered, one shortened, one the same",
        (
            "“Whoever shelled the ferry knew that there were children on board,” Oran Pell said.",
            "“Whoever shelled the ferry knew that there were children on board,” Pell said.",
            "“Whoever shelled the ferry knew,” Oran Pell said.",
            "“Whoever sank the ferry knew that there were children on board,” Oran Pell said.",
        ),
        [("altered", 4, {("shelled", "sank")})],
    ),
    (
        "two speakers in one report, one of them in the other",
        (
            "“The ferry was full when it left,” the captain, Omar Lunt, said. “Nobody counted the tickets that"
            " night,” Oran Pell said.",
            "“Nobody counted the tickets on that night,” Oran Pell said.",
        ),
        [("shortened", 2, set())],
    ),
    (
        "a long statement, one word changed far in",
        (
            "“The council notes with regret that the parties have not met, calls on both to return to the table"
            " within ten days, and will review the measures in March,” the council said.",
            "“The council notes with regret that the parties have not met, calls on both to return to the table"
            " within thirty days, and will review the measures in March,” the council said.",
        ),
        [("altered", 2, {("ten", "thirty")})],
    ),
    (
        "a headline's short form",
        (
            "“Nobody counted the tickets”: Pell on the ferry disaster\n\nOran Pell spoke on Sunday. “Nobody"
            " counted the tickets that night, and nobody asked,” he said.",
            "“Nobody counted the tickets that night, and nobody asked,” Oran Pell said.",
        ),
        [("same", 2, set())],
    ),
    (
        "said and written twice by two agencies, one with a typo",
        (
            "“The goverment will not fall over a ferry,” Oran Pell said.",
            "“The government will not fall over a ferry,” Oran Pell said.",
        ),
        [("same", 2, set())],
    ),
]

NOT_YET: list[tuple[str, tuple[str, ...], list[Saying]]] = [
    (
        "translated differently",
        (
            "“Nobody has the right to shut this road, and whoever tries it will answer to us,” Pavel Oster said.",
            "“No one is entitled to close off this route; anyone attempting to do so shall be held to account"
            " by us,” Pavel Oster said.",
        ),
        [("reworded", 2, set())],
    ),
]
