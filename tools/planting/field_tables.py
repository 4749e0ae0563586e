"""Statements as they go round in the field, sentence by sentence: `||` between a sentence and another way to build it."""

STORIES: tuple[tuple[str, ...], ...] = (
    (
        "<body> {soldiers|troops} {killed|shot dead} <n1> members of the <group> in an {ambush|attack from hiding} "
        "near <place> on <day>, the army {said|announced}.||According to the army, <n1> members of the <group> were "
        "{killed|shot dead} on <day> by <body> {soldiers|troops} in an {ambush|attack from hiding} near <place>.",
        "The <group> {lost|left behind} <n2> motorcycles and a {stock|store} of {petrol|fuel}.||<n2> motorcycles and a "
        "{stock|store} of {petrol|fuel} were {lost|left behind} by the <group>.",
        "{Captain|Company commander} <person> was {wounded|hit} in the {leg|thigh} and {flown|evacuated} to <place2>.",
    ),
    (
        "A {suicide bomber|man with an explosive belt} {blew himself up|set off his charge} outside a {court|tribunal} in "
        "<place> on <day>, killing <n1> {lawyers|advocates} and {wounding|injuring} <n2>, police chief <person> "
        "{said|told reporters}.||Police chief <person> {said|told reporters} <n1> {lawyers|advocates} were killed and <n2> "
        "{wounded|injured} when a {suicide bomber|man with an explosive belt} {blew himself up|set off his charge} outside "
        "a {court|tribunal} in <place> on <day>.",
        "The <group> {claimed|boasted of} the {attack|blast} in a {message|text} {sent|passed} to a {radio|broadcaster} in "
        "<place2>.||In a {message|text} {sent|passed} to a {radio|broadcaster} in <place2> the <group> {claimed|boasted of} "
        "the {attack|blast}.",
        "The {judge|magistrate} who was to {hear|try} {its|the group's} {members|followers} {escaped|got away} through a "
        "{kitchen|back door}.",
        "{Prosecutors|State lawyers} {moved|shifted} <n3> {pending|open} {trials|cases} to the capital.||<n3> {pending|open} "
        "{trials|cases} were {moved|shifted} to the capital by {prosecutors|state lawyers}.",
    ),
    (
        "The <monitor> {said|reported} {warplanes|jets} {struck|bombed} a {bakery|bread oven} and a {mill|flour store} in "
        "<place> on <day>, {killing|leaving dead} <n1> people {queueing|waiting} for bread.||<n1> people {queueing|waiting} "
        "for bread were {killed|left dead} on <day> when {warplanes|jets} {struck|bombed} a {bakery|bread oven} and a "
        "{mill|flour store} in <place>, the <monitor> {said|reported}.",
        "It {named|listed} <n2> of the {dead|victims}, among them the {imam|preacher} <person>.",
        "{Rescuers|Civil defence workers} {dug|worked} {all night|until morning} with {hoes|shovels} because {fuel|diesel} "
        "for the {excavator|digger} had {run out|been used up}.",
        "A {second|further} {raid|sortie} {hit|struck} the road to <place2>, where <n3> {ambulances|rescue cars} "
        "{turned back|gave up}.||<n3> {ambulances|rescue cars} {turned back|gave up} when a {second|further} {raid|sortie} "
        "{hit|struck} the road to <place2>.",
        "The <group> {controls|holds} the {town|place}.",
    ),
    (
        "Fighters of the <group> {seized|captured} the {dam|reservoir} at <place> from the <body> {overnight|before dawn} on "
        "<day> after three days of {shelling|artillery fire}, {residents|people there} and the <monitor> "
        "{said|reported}.||The {dam|reservoir} at <place> was {seized|captured} from the <body> by fighters of the <group> "
        "{overnight|before dawn} on <day>, after three days of {shelling|artillery fire}, {residents|people "
        "there} and the <monitor> {said|reported}.",
        "<n1> soldiers were {killed|slain} and <n2> {taken prisoner|captured}.",
        "The turbines {supply|feed} <place2> and <n3> {villages|hamlets} {downstream|below}.||<place2> and <n3> "
        "{villages|hamlets} {downstream|below} are {supplied|fed} by the turbines.",
        "Engineer <person>, who {stayed|remained} at the {controls|switchboard}, {opened|released} a {sluice|gate} to "
        "{ease|lower} the {pressure|strain}.",
    ),
    (
        "The United Nations said <n1> {families|households} {fled|left} <place> {since|after} <day> as the <group> "
        "{advanced|pushed forward}.||Since <day> <n1> {families|households} have {fled|left} <place> as the <group> "
        "{advanced|pushed forward}, the United Nations said.",
        "{Most|The majority} {walked|went on foot} to <place2>, where <n2> {tents|shelters} {stand|are pitched} on a "
        "{football ground|sports field}.",
        "{Coordinator|Aid chief} <person> {asked|called} for {blankets|covers} and {vaccine|shots} against {measles|cholera}.",
    ),
    (
        "{Police|Officers} in <place> {found|discovered} <n1> {bodies|corpses} in a {quarry|gravel pit} on <day>, "
        "{district|county} {prosecutor|attorney} <person> {said|announced}.||<n1> {bodies|corpses} were "
        "{found|discovered} by {police|officers} in a {quarry|gravel pit} in <place> on <day>, {district|county} "
        "{prosecutor|attorney} <person> {said|announced}.",
        "{All|Every one} had {bound|tied} {hands|wrists} and <n2> wore {uniforms|tunics} of the <body>.",
        "They are {believed|thought} to have been {abducted|taken} by the <group> from a {bus|coach} near <place2> in "
        "{spring|April}.||The <group> is {believed|thought} to have {abducted|taken} them from a {bus|coach} near <place2> "
        "in {spring|April}.",
        "{Relatives|Kin} {gathered|waited} at the {morgue|mortuary} with {photographs|pictures}; <n3> {could|were able to} "
        "{identify|recognise} a {son|brother}.",
    ),
)
OWN = (
    "Our {reporter|correspondent} was not {let|allowed} into the {area|zone}.",
    "{Bread|Rice} costs <n4> coins in the {capital|city} this week.",
    "The {cabinet|parliament} had {discussed|debated} the {matter|question} only {last|this} month.",
    "{Foreign|Visiting} {envoys|diplomats} {called|phoned} each other through the {night|day}.",
    "{Schools|Banks} in <place3> will {open|reopen} as {usual|planned}.",
    "A {reader|listener} in <place3> wrote that {nobody|no one} {sleeps|rests} any more.",
    "There was no {comment|word} from the {palace|presidency}.",
    "{Analysts|Experts} {differ|disagree} on what it {means|signifies} for the {talks|vote}.",
    "The {dollar|currency} {rose|fell} <n4> points.",
    "{Rain|Dust} {grounded|delayed} <n4> flights at <place3>.",
    "This {page|paper} has {written|reported} on the {region|province} since <n4> issues ago.",
    "{Elsewhere|Further north}, {farmers|growers} {blocked|closed} a {highway|motorway} over {water|seed} prices.",
    "{Fans|Supporters} of the {handball|rowing} club in <place3> {cancelled|called off} their {parade|feast}.",
    "A {film|play} about the {old|last} war {opens|starts} in <place3> tonight.",
    "{Lawyers|Clerks} are on {strike|leave} for the <n4>th day.",
    "{Hospitals|Clinics} {ask|appeal} for blood of {every|any} group.",
)
"""What an outlet says of its own, around and between; no two reports of one statement draw the same."""
SPELLINGS = (
    ("Tell Sabra", "Tal Sabrah"), ("Deir Qamin", "Dayr Kamin"), ("al-Mazraa", "Mazra'a"), ("Qasr Haddad", "Kasr Hadad"),
    ("Ain Zubayr", "Ayn Zubair"), ("Umm Rasul", "Um Rassoul"), ("Wadi Nur", "Wadi Nour"), ("Khirbet Sayf", "Kherbet Saif"),
    ("Beit Hamud", "Bayt Hammoud"), ("Abu Jisr", "Abou Jisr"),
)  # fmt: skip
"""Places in two transliterations."""
PERSONS = (
    ("Mohammed Tawil", "Muhammad Taweel"), ("Hussein Barazi", "Husayn Barazi"), ("Youssef Karam", "Yusuf Karam"),
    ("Suleiman Odeh", "Sulayman Oudeh"), ("Khaled Mansour", "Khalid Mansur"), ("Omar Shaaban", "Umar Shaban"),
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
