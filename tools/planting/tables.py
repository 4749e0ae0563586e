"""The words that statements are made of: all invented, places too. `{a|b|c}`: words for one thing; `<name>`: drawn anew."""

STATEMENTS = (
    "The <body> {announced|declared|made known} on {Tuesday|Tuesday} that its {gunners|artillery crews|cannoneers} "
    "{struck|hit|pounded} <n1> {depots|stores|storehouses} {belonging to|held by|owned by} the <group> {near|close "
    "to|not far from} <place>. The {barrage|bombardment|shelling} {destroyed|wrecked|ruined} <n2> {launchers|rocket "
    "tubes|firing racks} and {killed|left dead|felled} <n3> {fighters|gunmen|militants} who had "
    "{gathered|assembled|met} in an {abandoned|disused|empty} {cannery|fish factory|packing house}. {Drones|Unmanned "
    "aircraft|Pilotless planes} {guided|directed|steered} the {shells|rounds|projectiles} and "
    "{filmed|recorded|captured} the {damage|destruction|devastation}. No {residents|inhabitants|locals} were "
    "{hurt|harmed|injured}, because {families|households|people} had been {moved|taken|brought} to <place2> "
    "{beforehand|in advance|earlier}. {Patrols|Detachments|Squads} will {remain|stay|keep watch} along the "
    "{ridge|heights|hillside} until the {threat|danger|menace} has {passed|gone|vanished}, commander <person> "
    "{promised|vowed|pledged}.",
    "The {interior|home} ministry of <land> {confirmed|acknowledged|admitted} that a {lorry|truck|goods vehicle} "
    "{packed|loaded|crammed} with <n1> kilograms of {explosives|blasting material|dynamite} {detonated|blew "
    "up|exploded} at the <place> {checkpoint|control post|barrier}. <n2> {conscripts|recruits|draftees} {died|lost "
    "their lives|perished} and <n3> {travellers|passers-by|commuters} were {treated|cared for|nursed} in the "
    "{clinic|hospital|infirmary} of <place2>, spokeswoman <person> {stated|said|told reporters}. The {driver|man at "
    "the wheel|attacker} had {ignored|disregarded|defied} {warning|cautionary} shots and {rammed|drove into|smashed} "
    "a {concrete|cement} {block|wall|slab}. {Investigators|Detectives|Forensic officers} {recovered|found|secured} a "
    "{telephone|handset|mobile} and {arrested|detained|seized} 2 {suspects|men|accomplices} in the "
    "{suburb|outskirts|fringes}. The {road|route|highway} to the {border|frontier} will {stay|be kept|remain} "
    "{closed|shut|barred} for 5 days.",
    "{Engineers|Sappers|Deminers} of the <body> {cleared|removed|lifted} <n1> {mines|buried charges|hidden bombs} "
    "from {orchards|fruit gardens|groves} around <place> after the <group> {withdrew|pulled back|retreated}. One "
    "{sapper|specialist|technician} was {wounded|injured|maimed} when a {booby trap|rigged device|snare} "
    "{exploded|went off|burst} inside a {school|classroom|college}. {Villagers|Country people|Farmers} may "
    "{return|come home|go back} from Friday, {provided|as long as|if} they {avoid|keep off|shun} the "
    "{marked|flagged|fenced} {fields|plots|meadows}, colonel <person> {explained|told them|advised}. The "
    "{departing|fleeing|outgoing} {militants|insurgents|rebels} had also {poisoned|fouled|tainted} <n2> {wells|water "
    "holes|cisterns} and {burned|set alight|torched} <n3> {barns|sheds|granaries}. {Samples|Probes|Swabs} were "
    "{sent|dispatched|flown} to the {laboratory|test centre|institute} in <place2>, where {results|findings|answers} "
    "are {expected|awaited|due} within a week.",
    "The <monitor> {documented|registered|logged} the {abduction|kidnapping|seizure} of <n1> {fishermen|boat "
    "crews|sailors} by {armed|gun-carrying|masked} men off <place>. {Relatives|Family members|Kin} {received|were "
    "handed|got} a {demand|request|call} for {ransom|payment|money} of <n2> dollars, {delivered|brought|carried} by a "
    "{courier|messenger|go-between} on Monday. The {captors|hostage-takers|abductors} {released|let go|freed} <n3> "
    "{elderly|aged|old} {prisoners|captives|hostages} near the {lighthouse|light tower|beacon} of <place2>. "
    "{Coastguards|Naval police|Patrol boats} {chased|pursued|tailed} a {speedboat|fast craft|launch} but {lost|could "
    "not follow|missed} it in {fog|mist|haze}, director <person> {wrote|noted|recorded}. {Similar|Comparable|Such} "
    "{raids|attacks|incursions} {emptied|cleared out|paralysed} the {harbour|port|docks} {last|the previous} "
    "{spring|season|year}.",
    "{Warplanes|Jets|Fighter aircraft} of the <body> {bombed|attacked|raided} a {training|drill} {camp|base|compound} "
    "of the <group> in the <place> {hills|uplands|highlands} {before dawn|at first light|early} on Thursday, "
    "{destroying|levelling|flattening} <n1> {barracks|huts|dormitories} and a {workshop|machine shop|garage}. <n2> "
    "{instructors|trainers|teachers} were {killed|slain|left dead}, among them {a man|somebody} "
    "{wanted|sought|hunted} for the {siege|encirclement|blockade} of <place2>. {Ground|Land} {troops|forces|units} "
    "{later|afterwards|then} {combed|searched|swept} the {ruins|rubble|debris} and {collected|gathered|picked up} "
    "<n3> {rifles|guns|carbines}, {maps|charts|plans} and a {radio|transmitter|wireless}. The "
    "{operation|mission|action} was {planned|prepared|arranged} for {months|weeks}, general <person> "
    "{told|informed|let know} the {press|newspapers|media}, {praising|lauding|commending} "
    "{informants|tipsters|helpers} from the {district|area|county}.",
    "{Prison|Jail} {guards|warders|officers} in <place> {foiled|thwarted|stopped} a {breakout|mass escape|flight} by "
    "{members|adherents|men} of the <group> on Sunday, the <body> {reported|disclosed|revealed}. "
    "{Inmates|Detainees|Convicts} had {dug|carved|hollowed out} a {tunnel|passage|shaft} of <n1> metres "
    "{beneath|under|below} the {laundry|washhouse|kitchen} and {hidden|stashed|concealed} <n2> "
    "{knives|blades|daggers}. In the {scuffle|brawl|struggle} <n3> {warders|turnkeys|staff} were "
    "{hurt|bruised|injured}, one of them {seriously|badly|gravely}. {Reinforcements|Extra police|Backup} "
    "{arrived|came|drove up} from <place2> within {an hour|sixty minutes} and {restored|brought back} "
    "{order|calm|quiet}. {Governor|Warden} <person> {blamed|faulted|accused} {overcrowded|packed|crammed} "
    "{cells|wards} and {asked|begged|pleaded} for {funds|money|means} to {repair|mend|fix} the "
    "{fence|perimeter|wall}, which {storms|gales|winds} {damaged|battered|weakened} in {winter|the cold months}.",
    "A {convoy|column|train} of {aid|relief} {lorries|trucks|vehicles} was {ambushed|waylaid|attacked} on the "
    "{bridge|crossing|span} at <place> by {gunmen|raiders|assailants} of the <group>, {agency|organisation} "
    "{chief|head|director} <person> {complained|protested|deplored}. <n1> {drivers|truckers|hauliers} were "
    "{shot|gunned down|killed} and <n2> {tonnes|tons} of {flour|grain|meal} were {looted|stolen|carried off}. "
    "{Escorts|Guards|Minders} from the <body> {returned|answered} {fire|shots} but {ran out|were short} of "
    "{ammunition|bullets|cartridges} after <n3> minutes. {Survivors|Those who lived} {hid|sheltered|cowered} in a "
    "{ditch|culvert|drain} and {walked|trekked|marched} to <place2> by {night|dark}. {Deliveries|Shipments|Supplies} "
    "are {suspended|halted|frozen} until {safe|secure} {passage|transit} is {guaranteed|assured|promised}, which "
    "{camps|shelters|settlements} with {hungry|starving} {children|infants} can {hardly|barely|scarcely} "
    "{afford|bear|endure}.",
    "{Clashes|Skirmishes|Firefights} {between|among} {rival|competing|hostile} {wings|factions|branches} of the "
    "<group> {left|made} <n1> {dead|lifeless} in <place>, the <monitor> {said|reported|informed}, "
    "{citing|quoting|naming} {doctors|medics|physicians}. The {quarrel|dispute|feud} {erupted|began|flared} over "
    "{taxes|levies|tolls} on {smuggled|contraband} {fuel|petrol|diesel} worth <n2> dollars. {Mortars|Grenade "
    "throwers} {landed|fell|came down} on a {bakery|bread shop|oven} and a {mosque|prayer house|shrine}, and <n3> "
    "{homes|houses|dwellings} {burned|went up in flames|caught fire}. {Elders|Notables|Sheikhs} from <place2> "
    "{mediated|brokered|negotiated} a {truce|ceasefire|pause} that {took effect|began|started} at {noon|midday}, "
    "{spokesman|speaker} <person> {added|went on|continued}. {Bodies|Corpses|Remains} {lay|were left|stayed} in the "
    "{streets|lanes|alleys} for two days, because {snipers|marksmen|sharpshooters} {held|occupied|kept} the "
    "{rooftops|roofs|terraces}.",
)
"""What a ministry, army or monitor makes known: nearly every word that carries content can be said otherwise."""
TELLINGS = (
    "Smoke stood over <place> for a second day. Shopkeepers counted broken panes and spoke of <n3> victims, though "
    "nobody in the town hall would say. The name of the <group> is whispered here. Buses to <place2> were full and "
    "the fare has doubled. A baker who lost his oven wants to emigrate.",
    "People in <place> learnt of it from their telephones. A teacher, <n3> pupils around her, waited in the cellar "
    "until evening. The <group> has many friends in these valleys and as many enemies. In <place2> the market opened "
    "late. Asked about it, an officer of the <body> turned up his window and drove off.",
    "It was the worst week that <place> remembers. The mayor blames <person>, the opposition blames the mayor. Nurses "
    "came by boat from <place2> with blankets and left with <n3> patients. Nobody mentions the <group> aloud. Rain "
    "fell on the funeral.",
)
"""The same events in an own reporter's words: these are no copies."""
REMARKS = (
    "{Smoke|Dust|Silence} {lay|hung} over <place> for a {second|third} day.",
    "Shopkeepers {counted|swept up} broken panes.",
    "{Somebody|A clerk} in the town hall spoke of <n3> victims and would not give a name.",
    "The name of the <group> is {whispered|not spoken} here.",
    "Buses to <place2> were full and the fare has {doubled|risen}.",
    "A baker who lost his {oven|brother} wants to emigrate.",
    "People learnt of it from their {telephones|neighbours}.",
    "A {teacher|nurse} waited in a cellar until {evening|noon}.",
    "The <group> has many {friends|cousins} in these valleys and as many enemies.",
    "In <place2> the market opened {late|as always}.",
    "Asked about it, an officer turned up his {window|collar} and {drove|walked} off.",
    "It was the {worst|longest} week that <place> remembers.",
    "The mayor blames <person>, the opposition blames the mayor.",
    "{Nurses|Monks} came by boat from <place2> with blankets.",
    "Rain fell on the {funeral|mourners}.",
    "{Dogs|Goats} run loose where the {post office|mill} was.",
    "Nobody {mourns|misses} <person> at the tea house.",
    "A {widow|tailor} showed a shoe and said nothing.",
    "The {river|square} was still {brown|black} in the morning.",
    "<n1> is the figure that {children|porters} repeat.",
    "On the {stairs|pier} of <place> stood <n2> candles.",
    "Why it happened {then|there}, each street explains {otherwise|in its own way}.",
)
"""What an own reporter sees and hears of the event: these are no copies."""
OPENINGS = (
    "Our correspondent in the {capital|south|highlands} writes. The week had begun {quietly|badly|with rain}, with a "
    "{strike|meeting|march} of the {bus drivers|teachers|bakers} and a visit by {bankers|diplomats|a choir}.",
    "{Evening|Morning|Late} bulletin, compiled by the desk. First the news from {the provinces|<place3>}, then "
    "{sport|markets|letters}.",
    "{Morning|Weekly} roundup. Readers who wrote to us about the price of {bread|fuel|salt} will find an answer on "
    "page <n4>.",
    "From our pages today. The {president|premier|speaker} is expected back from a tour of {three|five|two} "
    "{continents|ports|republics}.",
)
CLOSINGS = (
    "Analysts doubt that calm will hold through the {harvest|winter|election}, which is {poor|long|uncertain} for the "
    "{third|second} year.",
    "Parliament meets again next {month|week} to debate the {budget|ferry contract|railway} and a new law on "
    "{pensions|fishing|schools}.",
    "The currency lost <n4> points against its neighbours and traders in <place3> speak of a {long|hard|strange} "
    "{summer|season}.",
    "Schools stay open, and the {football|rowing|chess} cup will be played in <place3> in front of {empty|half-full} "
    "stands.",
    "{Fog|Snow|Heat} is forecast for <place3>, where <n4> {flights|ferries|trains} were late at the weekend.",
    "The {national|city} library in <place3> opens <n4> new {rooms|desks} this {autumn|spring}, after {years|months} "
    "of delay.",
    "{Pensioners|Veterans} in <place3> will be paid {twice|late} this month, the {bank|treasury} promises.",
    "A {ferry|tram} named after a {poet|painter} now runs to <place3> every <n4> minutes.",
    "{Beekeepers|Vintners} speak of the {best|worst} year in memory.",
)
BODIES = (
    "Varun Regional Guard", "Army of Delmar", "Norvan Coast Command", "Third Border Corps",
    "Ministry of the Interior of Ostland",
)  # fmt: skip
MONITORS = (
    "Lumen Observatory", "Centre for Highland Rights", "Quiet Rivers Monitor", "Tembe Documentation Network",
)  # fmt: skip
GROUP_FIRST = (
    "Karsh", "Sorrow", "Lantern", "Free Salt", "Hollow Mountain", "Ash", "Tarn", "Two Wells", "Iron Harvest",
    "Red Heron",
)  # fmt: skip
GROUP_LAST = ("Front", "Brigade", "Movement", "Army", "Brotherhood", "Legion")
LANDS = ("Norvania", "Ostland", "Delmar", "Karsia")
PLACE_FIRST = (
    "Ost", "Mel", "Hal", "Sab", "Pel", "Quor", "Imb", "Jess", "Tarr", "Vell", "Dunm", "Osp", "Kelv", "Brinn",
    "Sarr", "Mulv", "Torv", "Hesp", "Aldm", "Cir", "Wexm", "Yolt", "Drov", "Fenn",
)  # fmt: skip
PLACE_LAST = (
    "avel", "isk", "era", "oth", "ingen", "ara", "umel", "ovra", "ent", "ica", "ow", "ilde", "anje", "essa",
)  # fmt: skip
PERSON_FIRST = (
    "Ilya", "Lena", "Adan", "Mira", "Pavel", "Runa", "Tomas", "Hadi", "Selma", "Joren", "Nadia", "Oskar", "Petra",
    "Silas",
)  # fmt: skip
PERSON_LAST = (
    "Dorrin", "Okoro", "Vreeman", "Tosk", "Ansgar", "Belisk", "Quellin", "Orvane", "Krant", "Weller", "Limbu",
    "Harrow", "Sandoval", "Teveli",
)  # fmt: skip
