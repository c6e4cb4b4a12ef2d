"""Words that mark offices, and words that only look like names."""

from __future__ import annotations

_OFFICES = """
a academician academy acting actor actress administration admiral adviser advisor affairs
agency agriculture aide airlines ambassador analyst anchor and archbishop archive armed
artistic association astronaut at atomic author bank bishop board bureau business captain
cardinal ceo
ceremony chair chairman chairperson chairwoman champion chancellor chief children church civil
colonel co-chair co-chairman co-chairperson co-founder co-owner coach columnist
commander commander-
in-chief commission commissioner committee communications company concern construction
cooperation coordinator corporation correspondent cosmonaut council councillor counselor counsellor
court crew
culture customs dean defence department deputy designer development dig director director-
general disaster doctor duma economic economist editor editor-in-chief education emergencies
emergency employee energy engineer entrepreneurs environment envoy executive expert faction
families farmer father federal federation field finance first for force forces foreign foreman
former forum foundation founder fund general governing government governor graduate group head
healthcare holding holdings host housing human in industries industry infrastructure inspector
institute instructor interim interior international investigation investment journalist judge
justice king labour lawyer lead leader lecturer lieutenant local major-general management
manager marshal mass master mayor media member metropolitan minister ministry model moderator
monitoring musician national natural news nuclear nurse of office officer oil olympic
ombudsman on operator organisation organiser owner paediatrician panel panellist paramedic
parliament participant party patriarch permanent physician pilot plenary plenipotentiary
police political pope premier presenter president president-elect presidential press prime
prince principal producer professor programme project prosecutor protection public publisher
queen railways rector regional relations relief reporter representative research resident
resources ret retired reverend rights russian scientist secretary secretary-general sector
security senator senior sergeant service services session situations social society soldier
south speaker special spokesman spokesperson spokeswoman sport sports staff state student
sultan supervision supreme surgeon teacher technical technologies technology test-cosmonaut
the to trade trainer transport tv union unit university utilities veteran vice vice- vice-
chairman vice-president volunteer winner woman worker world writer
"""

OFFICES = frozenset(_OFFICES.split())
"""Folded words that belong to an office, or join its parts, and never to a name."""

_PARTICLES = """
van von der den de del della di da dos du la le bin ibn abu al el ter ul
"""

PARTICLES = frozenset(_PARTICLES.split())
"""Folded words that are written small inside a name."""

_PLACES = """
Abkhazia Afghanistan Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan
Bahrain Bangladesh Bavaria Belarus Belgium Bolivia Brazil Bulgaria Burundi Cambodia Canada
Chechnya Chile China Colombia Congo Crimea Croatia Cuba Cyprus Czechia Denmark Dagestan
Djibouti Ecuador Egypt Estonia Ethiopia Finland France Gabon Georgia Germany Ghana Greece
Guinea Hungary Iceland India Indonesia Ingushetia Iran Iraq Ireland Israel Italy Japan Jordan
Karelia Kazakhstan Kenya Khakassia Kuwait Kyrgyzstan Laos Latvia Lebanon Libya Lithuania
Luxembourg Macedonia Malaysia Mali Malta Mexico Moldova Mongolia Montenegro Mordovia Morocco
Moscow Mozambique Myanmar Namibia Nepal Netherlands Nicaragua Nigeria Norway Oman Pakistan
Palestine Peru Philippines Poland Portugal Qatar Romania Russia Rwanda Senegal Serbia
Sevastopol Singapore Slovakia Slovenia Somalia Spain Sudan Sweden Switzerland Syria Tajikistan
Tanzania Tatarstan Thailand Tunisia Turkey Turkiye Turkmenistan Uganda Ukraine Uruguay
Uzbekistan Venezuela Vietnam Yemen Zambia Zimbabwe Aeroflot Gazprom Rosatom Rosneft Roscosmos
Rostec Sberbank Transneft Severstal Lukoil LUKOIL NOVATEK Novatek VTB Region Territory
Republic District Area
"""

PLACES = frozenset(_PLACES.split())
"""Words that stand at the end of an office where a name could begin."""

_TITLES = """
academician acting admiral adviser advisor aide ambassador analyst anchor archbishop astronaut
attorney author bishop captain cardinal ceo chair chairman chairperson chairwoman champion
chancellor chief co-chair co-chairman co-chairperson co-founder co-owner coach colonel
columnist commander commander-in-chief commissioner coordinator correspondent cosmonaut counselor
counsellor dean
deputy designer director director-general doctor editor editor-in-chief emir employee engineer
envoy executive expert farmer foreman founder general governor graduate head host inspector
instructor journalist judge justice king lawyer leader lieutenant major manager marshal master
mayor member metropolitan minister moderator mufti nurse officer ombudsman operator organiser
owner panellist patriarch physician pilot pope premier presenter president president-elect
prime prince principal producer professor prosecutor publisher queen rector reporter
representative resident scientist secretary secretary-general senator sergeant speaker
spokesman spokesperson spokeswoman student sultan surgeon teacher test-cosmonaut trainer
veteran vice- vice-premier vice-president volunteer winner woman worker writer
"""

TITLES = frozenset(_TITLES.split())
"""Folded words that say what a person is: one of them stands in every office."""
