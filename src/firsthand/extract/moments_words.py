"""Words by which another sentence tells when a deed was: that it happened, who was called to it, who was found."""

HAPPEN = frozenset("happen occur unfold erupt begin start transpire".split())
"""Verbs by which an event, or "it", is said to have been; "take place" and "break out" by their particles."""
EVENTS = frozenset(
    "accident ambush altercation assault attack barrage battle blast bloodshed bombardment bombing clash collision "
    "confrontation crash crime detonation dispute event exchange explosion fight fighting fire firefight gunbattle "
    "gunfight gunfire homicide incident incursion killing massacre melee murder offensive operation raid rampage riot "
    "robbery scuffle shelling shooting shootout shot siege skirmish stabbing strike tragedy violence".split()
)
"""Nouns that name an event however it was told before."""
PRONOUNS = frozenset({"it", "this", "that", "all", "which"})
COME = frozenset("respond arrive rush hurry race scramble".split())
"""What those who answer a call do; of others ("mourners arrived") it says nothing."""
CALLED = frozenset("call dispatch summon send alert notify scramble deploy".split())
"""What is done to those who answer a call."""
CALLS = frozenset("call report alert complaint alarm".split())
COME_IN = frozenset("come receive get field take place make".split())
"""What calls do, or what is done with them."""
RESPONDERS = frozenset(
    "police officer deputy trooper policeman firefighter fireman medic paramedic rescuer responder ambulance crew patrol "
    "troop troops soldier force unit team squad department authority personnel agent constable gendarme sheriff patrolman "
    "engineer helicopter service brigade emt ems swat".split()
)
FIND = frozenset({"find", "discover", "recover"})
HURT = frozenset("body dead victim corpse wounded injured wound remains shot man woman person people child".split())
LAW = frozenset(
    "acquit adjourn announce apologize appeal arraign book bury charge condemn confirm convict cremate extradite file grieve "
    "honor identify indict mourn plead pledge postpone praise pronounce release reassure reschedule schedule sentence "
    "testify transfer unveil vow waive".split()
)
"""Verbs of the law, of mourning and of announcing: a day that hangs on one is not that of the deed told beside it."""
AFTER = LAW | frozenset(
    "accuse appear appoint apprehend arrest attend await award bail ban claim comment continue cooperate "
    "denounce deny describe detain die dismiss enter execute expect expire face gather grant hear hold hope "
    "interview investigate issue jail join learn list look meet name offer order pay plan post pray present "
    "publish question read recall recover refuse reject remain remember report request resign return review rule "
    "seek set speak stand succumb surrender take talk tell thank tweet undergo update urge visit wait warn".split()
)
"""Those and other verbs of what follows a deed: a sentence with one does not go on with the story."""
COURT = frozenset(
    "court judge jury trial hearing arraignment bail bond prosecutor prosecution attorney lawyer plea verdict sentence "
    "sentencing indictment warrant affidavit funeral vigil burial memorial conference statement testimony "
    "anniversary custody jail prison extradition autopsy reward lawsuit coroner".split()
)
"""Nouns of what follows a deed: a sentence with one of them is not taken for a part of the story."""
HOSPITAL = frozenset("hospital clinic hospice surgery wound injury complication ventilator coma icu".split())
"""Words beside which somebody died later of what was done."""
BENCH = frozenset("appear order hold remain rule deny grant hear set".split())
"""Verbs of the law where a court is named beside them: "a judge ordered on Tuesday that he be held for the shooting"."""
OPERATIONS = frozenset({"ground raid", "capture", "arrest", "armed clash", "seizure of weapons", "siege", "ambush"})
"""Kinds in the course of which people are taken and things found; for other deeds both come later."""
SEIZING = frozenset("arrest apprehend capture detain hold question nab".split())
OVER = frozenset("connection for over suspicion involvement role charges".split())
"""Words between an arrest and the deed it is about: its day is not the deed's."""
