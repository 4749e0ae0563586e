"""The finest kind that the words support, by the codebooks of ACLED and PLOVER. All sentences and groups are invented."""

import pytest

from firsthand.resources.kit import Kit
from tests.unit.extract.conftest import Read

# ACLED sub-event type of the first mention that is news: sentence, sub-event type
SUB_EVENTS = [
    ("Armed clash", "On 12 March, Red Banner fighters clashed with soldiers in the village of Odunga."),
    ("Armed clash", "Insurgents attacked an army checkpoint near Odunga on Tuesday, killing three soldiers."),
    ("Armed clash", "Militants ambushed a military convoy on the Kutum road."),
    ("Armed clash", "Heavy fighting broke out between rebels and government forces in Kutum."),
    ("Armed clash", "Soldiers and militiamen exchanged fire for two hours outside Kutum."),
    ("Armed clash", "The army repelled an attack by the Red Banner on the town of Sirova."),
    (
        "Government regains territory",
        "Government troops recaptured the town of Sirova from the rebels after two days of fighting.",
    ),
    (
        "Government regains territory",
        "The army drove the insurgents out of the village of Odunga after fierce clashes.",
    ),
    ("Government regains territory", "Security forces retook control of the port from the militants on Friday."),
    ("Non-state actor overtakes territory", "Rebels seized the town of Sirova after heavy clashes with the army."),
    ("Non-state actor overtakes territory", "Red Banner militants overran a military base at Odunga and captured it."),
    ("Non-state actor overtakes territory", "The town of Sirova fell to the rebels on Sunday after a week of battles."),
    ("Non-violent transfer of territory", "Soldiers withdrew from the village of Odunga, and rebels moved in."),
    ("Non-violent transfer of territory", "Rebels took control of Sirova without a fight after the army pulled out."),
    ("Non-violent transfer of territory", "Government forces handed over the base at Odunga to the national guard."),
    ("Air/drone strike", "Warplanes bombed the outskirts of Sirova, killing five people."),
    ("Air/drone strike", "A drone struck a car near Odunga on Monday."),
    ("Air/drone strike", "A helicopter gunship fired on a convoy of militants outside Sirova."),
    ("Shelling/artillery/missile attack", "Artillery shells landed on a market in Sirova, wounding nine."),
    ("Shelling/artillery/missile attack", "Rebels fired several rockets at the airport."),
    ("Shelling/artillery/missile attack", "Four missiles were fired at the port city overnight."),
    ("Suicide bomb", "A man wearing an explosive belt blew himself up at the gate of the barracks."),
    ("Suicide bomb", "A suicide bomber drove a truck into the police station in Sirova."),
    ("Remote explosive/landmine/IED", "A landmine exploded under a minibus near Odunga, killing six passengers."),
    ("Remote explosive/landmine/IED", "A bomb hidden in a rubbish bin went off in the market of Sirova."),
    ("Remote explosive/landmine/IED", "Two policemen died when their vehicle hit a roadside bomb."),
    ("Grenade", "Unknown men threw a grenade into a bar in Sirova, wounding three."),
    ("Grenade", "A hand grenade was lobbed at the house of a councillor."),
    ("Chemical weapon", "Helicopters dropped barrels of chlorine gas on the town of Odunga."),
    ("Chemical weapon", "Dozens of people suffocated after a suspected poison gas attack on Sirova."),
    ("Attack", "Gunmen shot dead a teacher outside his home in Sirova."),
    ("Attack", "Bandits attacked the village of Odunga, killing twelve farmers."),
    ("Attack", "Militants beheaded two herders near Odunga."),
    ("Attack", "A village chief was stabbed to death by militiamen in Odunga."),
    ("Abduction/forced disappearance", "Gunmen abducted five pupils from a school in Sirova."),
    ("Abduction/forced disappearance", "Pirates attacked a tanker off the coast and kidnapped eight sailors."),
    ("Sexual violence", "Soldiers raped at least four women in the village of Odunga."),
    ("Sexual violence", "Militiamen have been accused of sexually assaulting girls in the camp."),
    ("Peaceful protest", "Hundreds of teachers rallied in Sirova to demand higher wages."),
    ("Peaceful protest", "On 3 May, around 200 nurses staged a sit-in outside the ministry in Sirova."),
    ("Protest with intervention", "Police used tear gas to disperse students who were protesting in Sirova."),
    ("Protest with intervention", "Officers arrested twelve demonstrators at a rally outside the parliament."),
    ("Excessive force against protesters", "Soldiers opened fire on peaceful protesters in Sirova, killing four."),
    ("Excessive force against protesters", "Security forces shot dead two demonstrators during a march in Odunga."),
    ("Violent demonstration", "Demonstrators hurled stones at police and burned tyres in Sirova."),
    ("Violent demonstration", "Protesters clashed with riot police in Sirova for a second night."),
    ("Violent demonstration", "Rioters torched a police station during unrest in Odunga."),
    ("Mob violence", "A mob lynched a man accused of theft in Odunga."),
    ("Mob violence", "Angry villagers beat to death a suspected thief."),
    ("Mob violence", "Supporters of two rival parties clashed in Sirova; three people were hurt."),
    ("Looting/property destruction", "Militiamen burned down houses in the village of Odunga."),
    ("Looting/property destruction", "Armed men looted shops and stole cattle in Odunga."),
    ("Looting/property destruction", "Soldiers demolished the home of a suspect in Odunga."),
    ("Disrupted weapons use", "Police defused a car bomb outside the town hall in Sirova."),
    ("Disrupted weapons use", "Troops found a large cache of weapons in a cave near Odunga."),
    ("Disrupted weapons use", "Air defences intercepted two drones over Sirova."),
    ("Arrests", "Police arrested two suspected Red Banner members in Sirova."),
    ("Arrests", "Security forces detained the mayor of Odunga on Tuesday."),
    ("Agreement", "The government and the rebels signed a peace agreement in Sirova."),
    ("Agreement", "The two sides agreed to a ceasefire on Sunday."),
    ("Agreement", "Dozens of rebels surrendered to the army in Odunga."),
    ("Agreement", "The warring sides exchanged 60 prisoners of war on Friday."),
    ("Headquarters or base established", "The army set up a new base near Odunga."),
    ("Headquarters or base established", "Foreign troops have established three observation posts in the hills."),
    ("Change to group/activity", "The army deployed 500 troops to the border."),
    ("Change to group/activity", "Two militias merged to form a new armed group."),
    ("Change to group/activity", "Reinforcements were sent to the front near Sirova."),
    ("Change to group/activity", "Several army officers defected to the opposition."),
    ("Other", "Thousands of families fled the town of Sirova."),
    ("Armed clash", "Gunmen attacked a police post in Odunga late on Monday; four officers died in the shootout."),
    ("Armed clash", "Police killed six gang members in a gunfight in the Sirova slum on Thursday."),
    ("Armed clash", "Troops foiled an attack on a military camp in Odunga, killing nine militants."),
    ("Armed clash", "At least seven border guards died when militants stormed their post."),
    ("Armed clash", "Security forces came under fire near the village of Odunga; one policeman was wounded."),
    ("Armed clash", "Unidentified gunmen fired on an army patrol in Odunga."),
    ("Armed clash", "Rival militias battled for a second day in the capital."),
    ("Armed clash", "A convoy of peacekeepers was ambushed near Odunga and two were killed."),
    ("Armed clash", "Communal militias from two villages exchanged gunfire, leaving three dead."),
    ("Government regains territory", "The army announced that it had regained full control of the city of Sirova."),
    (
        "Government regains territory",
        "Government soldiers expelled Red Banner fighters from Odunga and raised the flag.",
    ),
    (
        "Non-state actor overtakes territory",
        "Rebel fighters captured the district headquarters in Odunga after government troops were defeated.",
    ),
    (
        "Non-state actor overtakes territory",
        "Militants overran a town in the north of the country, killing dozens of soldiers.",
    ),
    ("Non-state actor overtakes territory", "Opposition fighters took over the airbase after weeks of clashes."),
    (
        "Non-state actor overtakes territory",
        "The insurgents have gained control of the Odunga district, officials conceded.",
    ),
    (
        "Non-violent transfer of territory",
        "The militia pulled out of the town of Odunga and government forces entered without resistance.",
    ),
    ("Non-violent transfer of territory", "Regime forces vacated two posts near Odunga on Friday."),
    ("Air/drone strike", "Military helicopters dropped barrel bombs on Odunga."),
    ("Air/drone strike", "An unmanned aerial vehicle targeted a motorcycle near Odunga."),
    ("Air/drone strike", "Fighter jets pounded rebel positions in the mountains."),
    ("Shelling/artillery/missile attack", "Regime forces shelled Odunga with mortars, causing material damage."),
    (
        "Shelling/artillery/missile attack",
        "The military fired artillery at the village of Odunga, destroying four houses.",
    ),
    ("Shelling/artillery/missile attack", "A ballistic missile hit a residential block in Sirova."),
    ("Shelling/artillery/missile attack", "Tanks bombarded the eastern districts of Sirova."),
    ("Shelling/artillery/missile attack", "Two children were killed by mortar shells in Odunga."),
    ("Suicide bomb", "At least 20 worshippers were killed when a bomber detonated his vest inside a mosque."),
    ("Suicide bomb", "A suicide car bomb targeted a checkpoint in Odunga."),
    ("Remote explosive/landmine/IED", "A military vehicle ran over a landmine in Odunga, killing two soldiers."),
    ("Remote explosive/landmine/IED", "An IED detonated against a police vehicle in Sirova. No casualties."),
    ("Remote explosive/landmine/IED", "A car bomb exploded in front of a hotel."),
    (
        "Remote explosive/landmine/IED",
        "Three children were killed when an unexploded shell they were playing with went off.",
    ),
    ("Remote explosive/landmine/IED", "Militants blew up a gas pipeline near Odunga."),
    ("Remote explosive/landmine/IED", "An explosive device planted by unknown men destroyed an electricity tower."),
    ("Grenade", "Attackers on a motorbike hurled a grenade at a police station."),
    ("Grenade", "A grenade exploded in a nightclub, injuring ten."),
    ("Grenade", "Two hand grenades were thrown at the residence of a local leader."),
    ("Chemical weapon", "Regime forces used chlorine against the rebel-held district, medics said."),
    ("Chemical weapon", "Doctors reported symptoms of exposure to sarin after shells containing toxic gas hit Odunga."),
    ("Chemical weapon", "Mustard gas shells were fired on the town."),
    ("Attack", "A journalist was assassinated by unknown gunmen in front of his house."),
    ("Attack", "Suspected rebels killed five civilians in Odunga."),
    ("Attack", "Soldiers tortured a detainee to death in Sirova."),
    ("Attack", "A former mayor was gunned down in Sirova."),
    ("Attack", "Police beat up a taxi driver at a roadblock."),
    ("Abduction/forced disappearance", "Ten men were taken hostage by Red Banner fighters on the highway."),
    ("Abduction/forced disappearance", "Unknown gunmen whisked away a village head in Odunga."),
    ("Abduction/forced disappearance", "Armed men seized two aid workers in Sirova."),
    ("Abduction/forced disappearance", "Militants stopped a bus and abducted 11 passengers."),
    ("Sexual violence", "A 14-year-old girl was gang-raped by armed men in Odunga."),
    ("Sexual violence", "Police officers are accused of having raped a detainee in Sirova."),
    ("Sexual violence", "Cases of rape by fighters were reported in the camp."),
    ("Peaceful protest", "Workers marched through the city centre demanding unpaid salaries."),
    ("Peaceful protest", "Residents blocked a road in Odunga to protest over water shortages."),
    ("Peaceful protest", "Farmers held a demonstration in front of the governor's office."),
    (
        "Peaceful protest",
        "Hundreds of people took to the streets in Sirova calling for the resignation of the president.",
    ),
    ("Peaceful protest", "A vigil was held for the victims of the flood."),
    ("Protest with intervention", "Police fired tear gas at protesters who had gathered at the parliament."),
    ("Protest with intervention", "Security forces broke up a sit-in in Sirova and detained 30 people."),
    ("Protest with intervention", "Police used water cannon against demonstrators in Sirova."),
    (
        "Protest with intervention",
        "Authorities banned the rally and police prevented demonstrators from reaching the square.",
    ),
    (
        "Excessive force against protesters",
        "Three demonstrators were killed when police fired live bullets at the crowd.",
    ),
    ("Excessive force against protesters", "Soldiers shot at protesters in Odunga, wounding eleven."),
    (
        "Excessive force against protesters",
        "At least nine people died after troops opened fire on anti-coup demonstrators.",
    ),
    ("Excessive force against protesters", "Police severely beat several protesters outside the court."),
    ("Violent demonstration", "Protesters set fire to the town hall and looted shops."),
    ("Violent demonstration", "Youths threw petrol bombs at police during a demonstration in Sirova."),
    (
        "Violent demonstration",
        "Angry residents barricaded roads with burning tyres in Odunga and pelted vehicles with stones.",
    ),
    ("Violent demonstration", "Riots broke out in Sirova after the verdict."),
    ("Violent demonstration", "Demonstrators and police clashed outside the parliament; 20 people were hurt."),
    ("Mob violence", "A group of youths stoned a bus in Sirova."),
    ("Mob violence", "Fans of two football clubs clashed after the match, leaving ten injured."),
    ("Mob violence", "A crowd attacked a health centre in Odunga, accusing staff of spreading disease."),
    ("Looting/property destruction", "Soldiers set fire to dozens of homes in Odunga."),
    ("Looting/property destruction", "Militants destroyed a church in Odunga. There were no casualties."),
    ("Looting/property destruction", "Gunmen stole more than 200 cattle from herders in Odunga."),
    ("Looting/property destruction", "Rebels looted the village of Odunga and burnt crops."),
    ("Disrupted weapons use", "Security forces seized explosives and 12 rifles in a house in Sirova."),
    ("Disrupted weapons use", "Sappers neutralised three mines along the road."),
    ("Disrupted weapons use", "An IED was safely detonated by an explosives team."),
    ("Arrests", "Troops captured four suspected militants in Odunga."),
    ("Arrests", "A senior commander was detained at the airport on Monday."),
    ("Arrests", "Authorities rounded up dozens of opposition members."),
    ("Agreement", "The rebels and the government reached a deal to end the siege."),
    ("Agreement", "A truce between the two clans took effect on Sunday."),
    ("Agreement", "Peace talks between the army and the rebels began in Sirova."),
    ("Agreement", "More than 40 militants laid down their weapons and surrendered to the authorities."),
    ("Headquarters or base established", "Rebels set up a checkpoint on the road to Odunga."),
    ("Headquarters or base established", "The militia opened an office in Sirova."),
    ("Change to group/activity", "Red Banner announced the formation of a new brigade."),
    ("Change to group/activity", "Military exercises began in the Sirova district."),
    ("Change to group/activity", "Hundreds of fighters joined the Red Banner."),
    ("Change to group/activity", "The government imposed a curfew in Odunga."),
    ("Other", "The mayor was acquitted by a court in Sirova."),
    ("Other", "A mass grave with 20 bodies was discovered near Odunga."),
]


@pytest.mark.parametrize(("sub_event", "sentence"), SUB_EVENTS)
def test_acled(read: Read, kit: Kit, sub_event: str, sentence: str) -> None:
    found = read(sentence).mentions
    news = [m for m in found if m.role == "main"] or list(found)
    assert [kit.kinds[m.kind].acled.sub_event_type for m in news][:1] == [sub_event]


# sentence, word that tells it, PLOVER type and mode
PLOVER = [
    ("Commandos captured a Red Banner fighter near Odunga.", "captured", ("ASSAULT", "abduct")),
    ("Soldiers detained four insurgents in the hills near Odunga.", "detained", ("ASSAULT", "abduct")),
    ("Police arrested a trader in Sirova.", "arrested", ("COERCE", "arrest")),
    ("Militants executed three captives in the desert.", "executed", ("ASSAULT", "targeted")),
    ("A convict was executed by hanging after a court found him guilty.", "executed", ("SANCTION", "convict")),
    ("Jets carried out an air strike on a depot.", "air strike", ("ASSAULT", "aerial")),
    ("A drone strike hit a car near Odunga.", "drone strike", ("ASSAULT", "drone")),
]


@pytest.mark.parametrize(("sentence", "word", "code"), PLOVER)
def test_plover(read: Read, kit: Kit, sentence: str, word: str, code: tuple[str, str]) -> None:
    told = next(m for m in read(sentence).mentions if m.trigger.quote.lower() == word)
    plover = kit.kinds[told.kind].plover
    assert (plover.type, plover.mode) == code


VOCABULARY = """air strike, drone strike, shelling, missile attack, ambush, armed clash, ground raid, capture, attack, shooting,
killing, chemical attack, mob violence, execution, assassination, massacre, bombing, suicide bombing, roadside bomb, grenade,
abduction, hostage-taking, release, shoot-down, seizure of weapons, seizure of territory, withdrawal, siege, sabotage, arson,
robbery, looting, sexual violence, torture, protest, riot, arrest, trial, execution of sentence, ceasefire, agreement,
negotiation, visit, statement, deployment, headquarters established, change of a group, troop withdrawal, aid, displacement,
disaster, other"""


def test_the_vocabulary_is_whole(kit: Kit) -> None:
    names = {" ".join(n.split()) for n in VOCABULARY.split(",")}
    assert names <= set(kit.kinds.names)
    for name in kit.kinds.names:
        assert kit.kinds[name].acled.event_type
