"""Invented passages with the quotations they hold: the words inside the marks, and who says them.

None: words that nobody says, or whose speaker the passage does not tell; "?": whoever it is.
"""

Wanted = list[tuple[str, str | None]]

MARKS: list[tuple[str, Wanted]] = [
    (
        "“We will hold the bridge until the last bus is out,” Colonel Tomas Adair said on Monday.",
        [
            ("We will hold the bridge until the last bus is out,", "Tomas Adair"),
        ],
    ),
    (
        '"Nobody warned us before the shelling began," said Amina Sorel, a teacher in Halmer.',
        [
            ("Nobody warned us before the shelling began,", "Amina Sorel"),
        ],
    ),
    (
        'Governor Ilya Dorrin told reporters: "Forty houses were burned and we do not know by whom."',
        [
            ("Forty houses were burned and we do not know by whom.", "Ilya Dorrin"),
        ],
    ),
    (
        "The Ministry of Defence said in a statement: “Our aircraft did not fly over the valley on Sunday.”",
        [
            ("Our aircraft did not fly over the valley on Sunday.", "Ministry of Defence"),
        ],
    ),
    (
        "According to Colonel Tomas Adair, “the enemy lost eleven vehicles in the pass”.",
        [
            ("the enemy lost eleven vehicles in the pass", "Tomas Adair"),
        ],
    ),
    (
        "``We buried nine of them before noon,'' said Amina Sorel.",
        [
            ("We buried nine of them before noon,", "Amina Sorel"),
        ],
    ),
    (
        "''We buried nine of them before noon,'' said Amina Sorel.",
        [
            ("We buried nine of them before noon,", "Amina Sorel"),
        ],
    ),
    (
        "« We buried nine of them before noon », said Amina Sorel.",
        [
            ("We buried nine of them before noon", "Amina Sorel"),
        ],
    ),
    (
        "»We buried nine of them before noon«, said Amina Sorel.",
        [
            ("We buried nine of them before noon", "Amina Sorel"),
        ],
    ),
    (
        "„We buried nine of them before noon“, said Amina Sorel.",
        [
            ("We buried nine of them before noon", "Amina Sorel"),
        ],
    ),
    (
        "‘We buried nine of them before noon,’ said Amina Sorel.",
        [
            ("We buried nine of them before noon,", "Amina Sorel"),
        ],
    ),
    (
        "'We didn't run and the soldiers' trucks couldn't pass,' said Amina Sorel.",
        [
            ("We didn't run and the soldiers' trucks couldn't pass,", "Amina Sorel"),
        ],
    ),
    (
        "” We buried nine of them before noon ” , said Amina Sorel.",
        [
            ("We buried nine of them before noon", "Amina Sorel"),
        ],
    ),
    (
        'Amina Sorel said : " We buried nine of them before noon . "',
        [
            ("We buried nine of them before noon .", "Amina Sorel"),
        ],
    ),
    (
        "`We buried nine of them before noon,' said Amina Sorel.",
        [
            ("We buried nine of them before noon,", "Amina Sorel"),
        ],
    ),
    (
        "‹We buried nine of them before noon›, said Amina Sorel.",
        [
            ("We buried nine of them before noon", "Amina Sorel"),
        ],
    ),
    (
        "「We buried nine of them before noon」, said Amina Sorel.",
        [
            ("We buried nine of them before noon", "Amina Sorel"),
        ],
    ),
    (
        "““We buried nine of them before noon,”” said Amina Sorel.",
        [
            ("We buried nine of them before noon,", "Amina Sorel"),
        ],
    ),
    (
        '""We buried nine of them before noon,"" said Amina Sorel.',
        [
            ("We buried nine of them before noon,", "Amina Sorel"),
        ],
    ),
    (
        'The shell, 6" across, fell beside a 12" pipe. "It missed us by a street," said Amina Sorel.',
        [
            ("It missed us by a street,", "Amina Sorel"),
        ],
    ),
    (
        'The post at 34°12\'05" N was left in \'19. "It is empty now," said Tomas Adair.',
        [
            ("It is empty now,", "Tomas Adair"),
        ],
    ),
    (
        "“We held the mill for nine days,” said Colonel Tomas Adair.\n\n“Nobody brought us water.\n\n“On the"
        " tenth day we walked out.”\n\nThe army has not answered.",
        [
            ("We held the mill for nine days,", "Tomas Adair"),
            ("Nobody brought us water.", "Tomas Adair"),
            ("On the tenth day we walked out.", "Tomas Adair"),
        ],
    ),
    (
        "Colonel Tomas Adair told the radio: “We held the mill for nine days.\n\n“Nobody brought us water, and"
        " nobody came.”\n\nRain fell.",
        [
            ("We held the mill for nine days.", "Tomas Adair"),
            ("Nobody brought us water, and nobody came.", "Tomas Adair"),
        ],
    ),
    (
        'Tomas Adair said: "We held the mill for nine days.\n\nThe army has not answered his call for help,'
        " which came on Monday.",
        [
            ("We held the mill for nine days.", "Tomas Adair"),
        ],
    ),
    (
        "“We held the mill for nine days, said Colonel Tomas Adair on Monday. The army did not answer.",
        [
            ("We held the mill for nine days,", "Tomas Adair"),
        ],
    ),
    (
        "We held the mill for nine days,” said Colonel Tomas Adair on Monday. “Nobody brought us water.”",
        [
            ("Nobody brought us water.", "Tomas Adair"),
        ],
    ),
    (
        "The so-called “green corridor” runs north of Halmer. Its “guards” are boys.",
        [
            ("green corridor", None),
            ("guards", None),
        ],
    ),
    (
        "The film “A Winter in Halmer” was shown in Geneva on Friday, three years after the siege.",
        [
            ("A Winter in Halmer", None),
        ],
    ),
    (
        "Operation “Iron Orchard” began on Sunday with raids near Halmer.",
        [
            ("Iron Orchard", None),
        ],
    ),
    (
        "The fighters of the “Sons of the Valley” brigade took the hill and burned two trucks.",
        [
            ("Sons of the Valley", None),
        ],
    ),
    (
        "A banner read “Halmer will not kneel” above the square where they met.",
        [
            ("Halmer will not kneel", "banner"),
        ],
    ),
    (
        "Tomas “the Fox” Adair was killed in the raid, police said.",
        [
            ("the Fox", None),
        ],
    ),
    (
        "The army said it had killed three “terrorists” in the raid.",
        [
            ("terrorists", "army"),
        ],
    ),
    (
        "Army says Halmer raid was ‘a mistake’\n\nThe army struck the village on Sunday.",
        [
            ("a mistake", "Army"),
        ],
    ),
    (
        "Adair: “We will not leave Halmer”\n\nThe colonel spoke on Sunday.",
        [
            ("We will not leave Halmer", "Adair"),
        ],
    ),
    (
        "President Lena Marsh called the raid “a cowardly act” and promised an inquiry.",
        [
            ("a cowardly act", "Lena Marsh"),
        ],
    ),
    (
        "President Lena Marsh condemned the “cowardly act” in Halmer.",
        [
            ("cowardly act", "Lena Marsh"),
        ],
    ),
    (
        "The governor described the shelling as “deliberate and systematic”.",
        [
            ("deliberate and systematic", "governor"),
        ],
    ),
    (
        "Tomas Adair said the town was “calm” and that his men “will stay as long as it takes”.",
        [
            ("calm", "Tomas Adair"),
            ("will stay as long as it takes", "Tomas Adair"),
        ],
    ),
    (
        "Tomas Adair vowed to “crush every one of them” after the ambush.",
        [
            ("crush every one of them", "Tomas Adair"),
        ],
    ),
    (
        "The United Nations warned of a “catastrophe without precedent” in the valley.",
        [
            ("catastrophe without precedent", "United Nations"),
        ],
    ),
    (
        "The raid was branded “barbaric” by the foreign ministry.",
        [
            ("barbaric", "foreign ministry"),
        ],
    ),
    (
        "In what Lena Marsh called “the darkest day of the war”, ninety people drowned.",
        [
            ("the darkest day of the war", "Lena Marsh"),
        ],
    ),
    (
        "“The bridge,” Tomas Adair said, “is ours, and it will stay ours.”",
        [
            ("The bridge,", "Tomas Adair"),
            ("is ours, and it will stay ours.", "Tomas Adair"),
        ],
    ),
    (
        "“We counted nine bodies,” said Amina Sorel, who lives near the mill. “Two were children.”",
        [
            ("We counted nine bodies,", "Amina Sorel"),
            ("Two were children.", "Amina Sorel"),
        ],
    ),
    (
        "Amina Sorel walked back to Halmer on Monday. “There was nothing left of our street.”",
        [
            ("There was nothing left of our street.", "Amina Sorel"),
        ],
    ),
    (
        "“There was nothing left of our street.” Amina Sorel shook her head and looked at the mill.",
        [
            ("There was nothing left of our street.", "Amina Sorel"),
        ],
    ),
    (
        "Amina Sorel was hiding in the cellar when the shells fell. “I counted them,” she said.",
        [
            ("I counted them,", "Amina Sorel"),
        ],
    ),
    (
        "General Pavel Oster visited Halmer with Lena Marsh. “The town is safe,” he said.",
        [
            ("The town is safe,", "Pavel Oster"),
        ],
    ),
    (
        "Amina Sorel and her brother Pavel hid in the mill. “We heard them all night,” she recalled.",
        [
            ("We heard them all night,", "Amina Sorel"),
        ],
    ),
    (
        "The Harbour Guard issued a statement on Sunday. “Our boats came under fire and answered it,” it said.",
        [
            ("Our boats came under fire and answered it,", "Harbour Guard"),
        ],
    ),
    (
        "The Harbour Guard denied the charge. “No boat of ours was near the quay,” the statement read.",
        [
            ("No boat of ours was near the quay,", "Harbour Guard"),
        ],
    ),
    (
        "“Your men fired first,” Tomas Adair said.\n\n“That is a lie,” Ilya Dorrin replied.\n\n“We have it on"
        " film,” Adair said.",
        [
            ("Your men fired first,", "Tomas Adair"),
            ("That is a lie,", "Ilya Dorrin"),
            ("We have it on film,", "Tomas Adair"),
        ],
    ),
    (
        "Tomas Adair said his men “did not fire”. Ilya Dorrin countered that “every shot came from the hill”.",
        [
            ("did not fire", "Tomas Adair"),
            ("every shot came from the hill", "Ilya Dorrin"),
        ],
    ),
    (
        "“The soldiers shouted ‘lie down or we shoot’ and we lay down,” Amina Sorel said.",
        [
            ("The soldiers shouted ‘lie down or we shoot’ and we lay down,", "Amina Sorel"),
            ("lie down or we shoot", "soldiers"),
        ],
    ),
    (
        "\"Colonel Adair told me 'the road is open' and then they fired,\" Amina Sorel said.",
        [
            ("Colonel Adair told me 'the road is open' and then they fired,", "Amina Sorel"),
            ("the road is open", "Adair"),
        ],
    ),
    (
        "“The army calls us “bandits from the hills” on its radio,” Tomas Adair said.",
        [
            ("The army calls us “bandits from the hills” on its radio,", "Tomas Adair"),
            ("bandits from the hills", "army"),
        ],
    ),
    (
        "“Three boats were sunk,” the state news agency quoted Tomas Adair as saying.",
        [
            ("Three boats were sunk,", "Tomas Adair"),
        ],
    ),
    (
        "Tomas Adair was quoted by the agency as saying: “Three boats were sunk.”",
        [
            ("Three boats were sunk.", "Tomas Adair"),
        ],
    ),
    (
        "“Three boats were sunk,” an official who asked not to be named told AFP.",
        [
            ("Three boats were sunk,", "official"),
        ],
    ),
    (
        "“Three boats were sunk,” wrote Tomas Adair on Telegram.",
        [
            ("Three boats were sunk,", "Tomas Adair"),
        ],
    ),
    (
        "In a post on X, Tomas Adair wrote, “Three boats were sunk and we sank them.”",
        [
            ("Three boats were sunk and we sank them.", "Tomas Adair"),
        ],
    ),
    (
        "“Three boats were sunk.”\n— Tomas Adair, Harbour Guard",
        [
            ("Three boats were sunk.", "Tomas Adair"),
        ],
    ),
    (
        "“Three boats were sunk,” Tomas Adair, 44, a former fisherman who now leads the Harbour Guard, told a"
        " crowd in Halmer on Sunday.",
        [
            ("Three boats were sunk,", "Tomas Adair"),
        ],
    ),
]

SECOND: list[tuple[str, Wanted]] = [
    (
        "“They came at dawn and took the mules,” Yusra Hadin, a shepherd, recalled.",
        [
            ("They came at dawn and took the mules,", "Yusra Hadin"),
        ],
    ),
    (
        "Defence Minister Oran Pell: “The northern front will be closed before the first snow.”\n\nHe spoke on Sunday.",
        [
            ("The northern front will be closed before the first snow.", "Oran Pell"),
        ],
    ),
    (
        "In a statement posted on its website, the Northern Relief Fund said that “no truck has reached Quorn"
        " since May”.",
        [
            ("no truck has reached Quorn since May", "Northern Relief Fund"),
        ],
    ),
    (
        "“No truck has reached Quorn since May,” according to the Northern Relief Fund.",
        [
            ("No truck has reached Quorn since May,", "Northern Relief Fund"),
        ],
    ),
    (
        "“No truck has reached Quorn since May”, a doctor at the Quorn hospital told Reuters by telephone. “We"
        " boil the bandages.”",
        [
            ("No truck has reached Quorn since May", "doctor"),
            ("We boil the bandages.", "doctor"),
        ],
    ),
    (
        "Asked about the raid, Pell said only: “We hit what we aimed at.”",
        [
            ("We hit what we aimed at.", "Pell"),
        ],
    ),
    (
        "Oran Pell arrived in Quorn on Friday. He was met by families of the missing. “I have no news for you,”"
        " he told them.",
        [
            ("I have no news for you,", "Oran Pell"),
        ],
    ),
    (
        "“It came over the wall at night.” Yusra Hadin points to the river.",
        [
            ("It came over the wall at night.", "Yusra Hadin"),
        ],
    ),
    (
        "The rebels’ so-called ‘tax office’ was shelled on Monday.",
        [
            ("tax office", None),
        ],
    ),
    (
        "His book “The Long Road to Quorn” was banned by the ministry.",
        [
            ("The Long Road to Quorn", None),
        ],
    ),
    (
        "The ship “Morning Star” left the port of Aden with forty tonnes of flour.",
        [
            ("Morning Star", None),
        ],
    ),
    (
        "Yusra “Auntie” Hadin ran the kitchen through the siege.",
        [
            ("Auntie", None),
        ],
    ),
    (
        "The plan, known as “Silent Harvest”, was drawn up by Pell’s staff.",
        [
            ("Silent Harvest", None),
        ],
    ),
    (
        "The drones are a kind of ‘flying mine’, engineers say.",
        [
            ("flying mine", "engineers"),
        ],
    ),
    (
        "Pell accused the rebels of “hiding behind women and children”.",
        [
            ("hiding behind women and children", "Pell"),
        ],
    ),
    (
        "Foreign Minister Dara Vold rejected the report as “a pack of lies from start to end”.",
        [
            ("a pack of lies from start to end", "Dara Vold"),
        ],
    ),
    (
        "The embassy urged its citizens to leave Quorn “without delay”.",
        [
            ("without delay", "embassy"),
        ],
    ),
    (
        "The council expressed “deep concern at the renewed shelling” of the town.",
        [
            ("deep concern at the renewed shelling", "council"),
        ],
    ),
    (
        "What happened in Quorn was “no accident”, Dara Vold insisted.",
        [
            ("no accident", "Dara Vold"),
        ],
    ),
    (
        "“If they cross the river,” warned Oran Pell, “we will burn the boats, and after that the bridges.”",
        [
            ("If they cross the river,", "Oran Pell"),
            ("we will burn the boats, and after that the bridges.", "Oran Pell"),
        ],
    ),
    (
        "“Our patience is at an end,” the army’s spokesman, Colonel Idris Faro, said in a televised address.",
        [
            ("Our patience is at an end,", "Idris Faro"),
        ],
    ),
    (
        "The joint command said the road was open. “Buses leave from the market at six,” it added.",
        [
            ("Buses leave from the market at six,", "joint command"),
        ],
    ),
    (
        "“He told us, ‘Leave your guns at the gate,’ and we did,” Idris Faro said.",
        [
            ("He told us, ‘Leave your guns at the gate,’ and we did,", "Idris Faro"),
            ("Leave your guns at the gate,", "?"),
        ],
    ),
    (
        "“The mayor said ‘no one will be harmed’ and an hour later the shooting began,” recalled Yusra Hadin.",
        [
            ("The mayor said ‘no one will be harmed’ and an hour later the shooting began,", "Yusra Hadin"),
            ("no one will be harmed", "mayor"),
        ],
    ),
    (
        "Pell said: “The town is ours.”\n\nVold said: “The town is empty.”\n\n“Nobody can hold it,” she added.",
        [
            ("The town is ours.", "Pell"),
            ("The town is empty.", "Vold"),
            ("Nobody can hold it,", "Vold"),
        ],
    ),
    (
        "Dara Vold told the parliament:\n\n“We did not order the raid.\n\n“We did not know of it.\n\n“We will"
        " find out who did.”\n\nHer party applauded.",
        [
            ("We did not order the raid.", "Dara Vold"),
            ("We did not know of it.", "Dara Vold"),
            ("We will find out who did.", "Dara Vold"),
        ],
    ),
    (
        '"We did not order the raid," Dara Vold told the parliament. "We did not know of it.\n\nHer party'
        " applauded for a minute.",
        [
            ("We did not order the raid,", "Dara Vold"),
            ("We did not know of it.", "Dara Vold"),
        ],
    ),
    (
        "'We won't leave our fathers' houses,' Yusra Hadin said. 'They're all we've got.'",
        [
            ("We won't leave our fathers' houses,", "Yusra Hadin"),
            ("They're all we've got.", "Yusra Hadin"),
        ],
    ),
    (
        ",,We will not leave our houses,'' Yusra Hadin said.",
        [
            ("We will not leave our houses,", "Yusra Hadin"),
        ],
    ),
    (
        "Yusra Hadin said « We will not leave our houses, ‹never› ».",
        [
            ("We will not leave our houses, ‹never›", "Yusra Hadin"),
            ("never", "Yusra Hadin"),
        ],
    ),
    (
        "Yusra Hadin said: “ We will not leave our houses . ” Then she shut the door .",
        [
            ("We will not leave our houses .", "Yusra Hadin"),
        ],
    ),
    (
        'A 5\'6" man in a 34" coat was seen at the gate. "He ran," a guard said.',
        [
            ("He ran,", "guard"),
        ],
    ),
    (
        "‘Leave or die’: the leaflet that emptied Quorn\n\nIt fell from a plane on Sunday.",
        [
            ("Leave or die", None),
        ],
    ),
    (
        "Vold: Quorn raid “not our doing”\n\nThe minister spoke on Sunday.",
        [
            ("not our doing", "Vold"),
        ],
    ),
    (
        "Quorn raid ‘not our doing’, says Vold\n\nThe minister spoke on Sunday.",
        [
            ("not our doing", "Vold"),
        ],
    ),
    (
        "“The talks are dead,” Reuters quoted a rebel commander as saying on Friday.",
        [
            ("The talks are dead,", "rebel commander"),
        ],
    ),
    (
        "State television said Pell had called the talks “dead and buried”.",
        [
            ("dead and buried", "Pell"),
        ],
    ),
    (
        "“The talks are dead,” said one diplomat. “They were never alive,” said another.",
        [
            ("The talks are dead,", "one diplomat"),
            ("They were never alive,", "?"),
        ],
    ),
]

NOT_YET: list[tuple[str, Wanted]] = [
    (
        'Amina Sorel said,"We buried nine of them before noon."The mayor left.',
        [
            ("We buried nine of them before noon.", "Amina Sorel"),
        ],
    ),
    (
        "‘They shot at everything’: survivors of Halmer speak\n\nThe village was attacked on Sunday.",
        [
            ("They shot at everything", "survivors of Halmer"),
        ],
    ),
    (
        "Yusra Hadin lost two sons in the flood. She points to the river. “It came over the wall at night.”",
        [
            ("It came over the wall at night.", "Yusra Hadin"),
        ],
    ),
    (
        "“We asked for a doctor,” she said. “Nobody came.” Yusra Hadin has lived in Quorn since 1998.",
        [
            ("We asked for a doctor,", "Yusra Hadin"),
            ("Nobody came.", "Yusra Hadin"),
        ],
    ),
    (
        "“Our patience is at an end,” read a statement by the joint command.",
        [
            ("Our patience is at an end,", "joint command"),
        ],
    ),
]
