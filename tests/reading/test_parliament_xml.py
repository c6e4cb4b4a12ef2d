"""TEI, Akoma Ntoso and Hansard XML, on short invented samples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.model import Attribution, Block, BlockKind, Meeting
from tui.reading import akoma_ntoso, hansard_xml, tei
from tui.reading.decoding import decode
from tui.reading.errors import ReadingError
from tui.reading.registry import read as read_any


def read(text: str, encoding: str = "utf-8") -> Meeting:
    (meeting,) = read_any(text.encode(encoding), "record.xml")
    return meeting


def said(meeting: Meeting) -> list[tuple[str | None, str | None, list[str]]]:
    return [(t.speaker, t.role, [b.text for b in t.paragraphs]) for t in meeting.turns]


def outside(meeting: Meeting) -> list[tuple[BlockKind, str]]:
    return [(b.kind, b.text) for b in meeting.body if isinstance(b, Block)]


TEI = """<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
<titleStmt><title type="main">Sample corpus</title><title type="sub">A sitting</title></titleStmt>
<sourceDesc><bibl><idno type="URI">http://example.org/s</idno><date when="2022-07-21"/></bibl>
</sourceDesc></fileDesc><profileDesc><settingDesc><setting><name type="city">Town</name>
<date when="2022-07-21"/></setting></settingDesc><particDesc><listPerson><person xml:id="AE">
<persName><forename>Alice</forename><surname>Example</surname></persName></person></listPerson>
</particDesc></profileDesc></teiHeader><text><body><div><head>Opening</head>
<note type="speaker">Mrs. EXAMPLE:</note>
<u who="#AE"><seg>One <pb/>and two.</seg><note type="comment">(Laughter)</note><seg>Three.</seg>
<vocal><desc>Noise</desc></vocal></u>
<u who="#BobSample"><seg>Four.</seg></u><gap reason="editorial"><desc>cut</desc></gap>
<u><seg>Five.</seg></u></div></body></text></TEI>"""


def test_tei_utterances() -> None:
    meeting = read(TEI)
    assert meeting.source.format == "tei"
    assert said(meeting) == [
        ("Alice Example", None, ["One and two.", "Three."]),
        ("Bob Sample", None, ["Four."]),
        (None, None, ["Five."]),
    ]
    assert meeting.turns[2].attribution is Attribution.INFERRED


def test_tei_notes_and_gaps_are_no_speech() -> None:
    meeting = read(TEI)
    assert meeting.turns[0].blocks[1] == Block(BlockKind.ASIDE, "(Laughter)")
    assert outside(meeting) == [
        (BlockKind.HEADING, "Opening"),
        (BlockKind.ASIDE, "Noise"),
        (BlockKind.ELISION, "cut"),
    ]
    assert meeting.partial


def test_tei_header() -> None:
    meeting = read(TEI)
    found = (meeting.title, meeting.summary, meeting.date, meeting.place, meeting.source.url)
    assert found == ("Sample corpus", "A sitting", "2022-07-21", "Town", "http://example.org/s")


def test_tei_names_come_from_the_list_of_persons() -> None:
    meeting = read(TEI.replace('<note type="speaker">Mrs. EXAMPLE:</note>', ""))
    assert meeting.turns[0].speaker == "Alice Example"


AKOMA = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate><meta>
<identification><FRBRWork><FRBRdate date="2011-06-10" name="x"/></FRBRWork></identification>
<references><TLCPerson eId="alfa" showAs="Alice Alfa"/>
<TLCRole eId="min" showAs="Minister"/>
</references></meta><preface><p><docTitle>Debate of Sample</docTitle></p></preface><debateBody>
<debateSection><heading>Motions</heading><speech by="#alfa"><from>Mrs. Alfa:</from><p>One.</p>
<p>Two.</p></speech><scene>(Bell)</scene><question by="#alfa" as="#min"><p>Three?</p></question>
<answer by="#x"><from>The Minister for Trade (Mr. Beta)</from><p>Four.</p></answer>
<narrative>They rose.</narrative></debateSection></debateBody></debate></akomaNtoso>"""


def test_akoma_ntoso_speeches() -> None:
    meeting = read(AKOMA)
    assert meeting.source.format == "akoma-ntoso"
    assert said(meeting) == [
        ("Mrs. Alfa", None, ["One.", "Two."]),
        ("Alice Alfa", "Minister", ["Three?"]),
        ("Mr. Beta", "The Minister for Trade", ["Four."]),
    ]
    assert (meeting.title, meeting.date) == ("Debate of Sample", "2011-06-10")
    assert (BlockKind.ASIDE, "(Bell)") in outside(meeting)
    assert (BlockKind.NARRATIVE, "They rose.") in outside(meeting)


PARLPARSE = """<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE publicwhip [<!ENTITY pound "&#163;"><!ENTITY ouml "&#246;">
<!ENTITY bad SYSTEM "file:///etc/passwd">]>
<publicwhip><major-heading id="uk.org.publicwhip/debate/2003-06-26.1211.0" url="http://e.org/1">
Trade</major-heading>
<speech id="a" nospeaker="true"><p>The House met at noon</p></speech>
<speech id="b" speakerid="x/1" speakername="Jos\xe9 Sample" speakeroffice="Minister"
time="12:01:00">
<p>It costs &pound;5, Herr K&ouml;nig &bad;.</p><p>Two.</p></speech>
<speech id="c" speakerid="unknown" speakername=""><p>Hear!</p></speech></publicwhip>"""


def test_parlparse_in_latin_1_with_entities() -> None:
    meeting = read(PARLPARSE, "latin-1")
    assert said(meeting) == [
        ("José Sample", "Minister", ["It costs £5, Herr König &bad;.", "Two."]),
        (None, None, ["Hear!"]),
    ]
    assert (meeting.date, meeting.title) == ("2003-06-26", "Trade")
    assert (BlockKind.NARRATIVE, "The House met at noon") in outside(meeting)


def test_external_entities_are_never_opened() -> None:
    assert "root:" not in str(read(PARLPARSE, "latin-1"))


HISTORIC = """<hansard><session><date format="1955-11-15">Tuesday</date><houses><section>
<title>Trade</title><p><member>Mr. A. Sample<memberconstituency>(North)</memberconstituency>
</member>
<membercontribution>: asked why.</membercontribution></p><p><member>The Minister of Trade (Mrs. B.
Example)</member><membercontribution>Because.</membercontribution></p><p>And more.</p>
<p><member>The Minister of Trade</member><membercontribution>: No.</membercontribution></p>
</section></houses></session></hansard>"""


def test_historic_hansard() -> None:
    meeting = read(HISTORIC)
    assert said(meeting) == [
        ("Mr. A. Sample", "North", ["asked why."]),
        ("Mrs. B. Example", "The Minister of Trade", ["Because.", "And more."]),
        ("Mrs. B. Example", "The Minister of Trade", ["No."]),
    ]
    assert meeting.date == "1955-11-15"


CANADA = """<Hansard><ExtractedInformation><ExtractedItem Name="InstitutionDebate">Committee
</ExtractedItem><ExtractedItem Name="Date">Wednesday, September 20, 2023</ExtractedItem>
</ExtractedInformation><HansardBody><Intervention><PersonSpeaking><Affiliation DbId="1">The Chair
(Mrs. Alice Example (North, Lib.))</Affiliation>: </PersonSpeaking><Content>
<ParaText>One.</ParaText>
<Timestamp>(1630)</Timestamp><ParaText><B>Mr. Bob Sample:</B> Two.</ParaText>
<ParaText><B>The Chair:</B> Three.</ParaText></Content></Intervention><Intervention>
<PersonSpeaking>
<Affiliation DbId="1">The Chair</Affiliation>: </PersonSpeaking><Content>
<ParaText>Four.</ParaText>
</Content></Intervention></HansardBody></Hansard>"""


def test_canadian_committee() -> None:
    meeting = read(CANADA)
    assert said(meeting) == [
        ("Mrs. Alice Example", "The Chair", ["One."]),
        ("Mr. Bob Sample", None, ["Two."]),
        ("Mrs. Alice Example", "The Chair", ["Three."]),
        ("Mrs. Alice Example", "The Chair", ["Four."]),
    ]
    assert "(1630)" in meeting.source.furniture


@pytest.mark.parametrize(
    "text",
    [
        "<publicwhip><speech>",
        "<!DOCTYPE x ["
        + "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(40))
        + "]><publicwhip><speech><p>&a39;</p></speech>",
        "<publicwhip>" + "<p>" * 20_000,
        "<akomaNtoso><act/></akomaNtoso>",
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/></TEI>',
    ],
    ids=["cut off", "billion laughs", "deep", "an act", "a header"],
)
def test_damaged_or_hostile_xml_is_refused(text: str) -> None:
    with pytest.raises(ReadingError):
        read_any(text.encode(), "x.xml")


@given(st.sampled_from([TEI, AKOMA, HISTORIC, CANADA]), st.data())
def test_nothing_but_reading_errors(sample: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(sample)))
    noise = data.draw(st.sampled_from(["", "<p>", "</u>", "&x;", "\x00", "<![CDATA[", "]]>"]))
    text = sample[:at] + noise + sample[at + data.draw(st.integers(0, 5)) :]
    for reader in (tei.READER, akoma_ntoso.READER, hansard_xml.READER):
        try:
            reader.read(decode(text.encode(), "x.xml"))
        except ReadingError:
            continue


_AUSTRALIA = """\
<hansard version="2.2"><session.header><date>2014-02-11</date><chamber>House of Reps</chamber>
</session.header><chamber.xscript><debate><debateinfo><title>BILLS</title></debateinfo>
<speech><talk.start><talker><name role="metadata">Berg, Anna, MP</name><name.id>AB1</name.id>
<electorate>Zenda</electorate><role>Prime Minister</role></talker></talk.start><talk.text><body>
<p><a href="AB1" type="MemberSpeech"><span>Ms BERG</span></a> (<span>Zenda</span>—<span>Prime
Minister</span>) (<span>14:02</span>): I move: that we do so.</p><p>It is right.</p>
<p><a href="RS2" type="MemberInterjecting"><span>Mr Strand</span></a> interjecting—</p>
<p><a href="10000" type="OfficeInterjecting"><span>The SPEAKER:</span></a> Order!</p>
<p><a href="AB1" type="MemberContinuation"><span>Ms BERG:</span></a> I thank you.</p>
</body></talk.text></speech></debate></chamber.xscript></hansard>"""

_AUSTRALIA_BEFORE = """\
<hansard version="2.1"><session.header><date>2003-02-11</date></session.header><chamber.xscript>
<debate><speech><talk.start><talker><name role="metadata">Berg, Anna, MP</name>
<name role="display">Ms BERG</name></talker><para>I move.</para></talk.start><para>At once.</para>
<interjection><talk.start><talker><name role="metadata">Strand, Rudolf, MP</name></talker>
<para>Why?</para></talk.start></interjection><continue><talk.start><talker>
<name role="metadata">Berg, Anna, MP</name></talker><para>Because.</para></talk.start></continue>
</speech></debate></chamber.xscript></hansard>"""


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (
            _AUSTRALIA,
            [
                ("Anna Berg", ["I move: that we do so.", "It is right."]),
                ("The SPEAKER", ["Order!"]),
                ("Anna Berg", ["I thank you."]),
            ],
        ),
        (
            _AUSTRALIA_BEFORE,
            [
                ("Anna Berg", ["I move.", "At once."]),
                ("Rudolf Strand", ["Why?"]),
                ("Anna Berg", ["Because."]),
            ],
        ),
    ],
)
def test_australian_hansard(xml: str, expected: list[tuple[str, list[str]]]) -> None:
    (meeting,) = read_any(xml.encode(), "debate.xml")
    said = [(turn.speaker, [p.text for p in turn.paragraphs]) for turn in meeting.turns]
    assert said == expected
    assert (meeting.date or "")[5:] == "02-11"


def test_tei_printed_speeches_keep_their_speakers() -> None:
    text = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div>'
        '<sp who="#b"><speaker>MR BERG:</speaker><p>We have a quorum.</p><stage>(Applause)</stage>'
        "<p>Let us begin.</p></sp></div></body></text></TEI>"
    )
    (turn,) = read(text).turns
    assert (turn.speaker, turn.label) == ("MR BERG", "MR BERG")
    assert [block.kind for block in turn.blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.ASIDE,
        BlockKind.PARAGRAPH,
    ]


def test_a_question_s_number_is_nobodys_words() -> None:
    numbered = HISTORIC.replace("<p><member>Mr. A.", "<p><col>857</col>1. <member>Mr. A.")
    assert said(read(numbered))[0] == ("Mr. A. Sample", "North", ["asked why."])


def test_a_cough_inside_a_segment_is_no_speech() -> None:
    heard = TEI.replace("Four.", "Four <vocal><desc>coughs</desc></vocal> and <hi>a</hi> half.")
    turn = read(heard).turns[1]
    assert [b.text for b in turn.paragraphs] == ["Four", "and a half."]
    assert Block(BlockKind.ASIDE, "coughs") in turn.blocks


def test_an_id_without_a_person_keeps_the_name_of_its_first_label() -> None:
    again = (
        TEI.replace("#AE", "#x1").replace("#BobSample", "#x1").replace("<u>", '<u who="unknown">')
    )
    assert [speaker for speaker, _, _ in said(read(again))] == [
        "Mrs. EXAMPLE",
        "Mrs. EXAMPLE",
        None,
    ]


def test_a_speech_of_nobody_named_is_an_unknown_speakers() -> None:
    meeting = read(
        '<akomaNtoso><debate><debateBody><debateSection><speech by=""><p>One.</p></speech>'
        "<other><p>Papers laid.</p></other></debateSection></debateBody></debate></akomaNtoso>"
    )
    assert said(meeting) == [(None, None, ["One."])]
    assert meeting.turns[0].attribution is Attribution.INFERRED


def test_historic_volumes_have_roots_of_many_names() -> None:
    meeting = read(
        '<standingcommittee><title>COMMITTEE</title><p id="a"><member>Mr. Example</member> '
        "(<i>by Private Notice</i>)<membercontribution> asked how many.</membercontribution></p>"
        '<p id="b"><member>Mr. Sample</member><b> (Second Commissioner)</b>'
        "<membercontribution>: Two.</membercontribution></p></standingcommittee>"
    )
    assert said(meeting) == [
        ("Mr. Example", None, ["asked how many."]),
        ("Mr. Sample", "Second Commissioner", ["Two."]),
    ]
    assert meeting.turns[0].label_note == "by Private Notice"


def test_canadian_reports_in_french() -> None:
    meeting = read(
        '<Hansard xml:lang="FR"><HansardBody><Intervention><PersonSpeaking><Affiliation DbId="1">'
        "Le président (M. Guy Exemple (Nord, Lib.))</Affiliation>: </PersonSpeaking><Content>"
        "<ParaText>Un.</ParaText><ParaText>(La motion est adoptée.)</ParaText><ParaText>"
        "<B>Une voix:</B> Bravo.</ParaText></Content></Intervention></HansardBody></Hansard>"
    )
    assert said(meeting) == [
        ("M. Guy Exemple", "Le président", ["Un."]),
        ("Une voix", None, ["Bravo."]),
    ]
    assert (BlockKind.ASIDE, "(La motion est adoptée.)") in [
        *outside(meeting),
        *((b.kind, b.text) for t in meeting.turns for b in t.blocks),
    ]


@pytest.mark.parametrize(
    ("listed", "name"),
    [
        ("EXAMPLE, Eric", "Eric Example"),
        ("MCSAMPLE, Ann, MP", "Ann McSample"),
        ("Example, Scott MP", "Scott Example"),
        ("The SPEAKER", "The SPEAKER"),
    ],
)
def test_australian_names_are_listed_surname_first(listed: str, name: str) -> None:
    meeting = read(
        "<hansard><chamber.xscript><speech><talk.start><talker><name role='metadata'>"
        f"{listed}</name></talker><para>One.</para></talk.start></speech></chamber.xscript></hansard>"
    )
    assert said(meeting) == [(name, None, ["One."])]


def test_debates_of_parlparse_have_a_root_of_their_own() -> None:
    meeting = read(
        '<debates><major-heading id="uk.org.publicwhip/lords/2007-09-20.3.1">TITLE</major-heading>'
        '<speech speakername="Ann Example" time="09:30:00"><p>One.</p></speech></debates>'
    )
    assert said(meeting) == [("Ann Example", None, ["One."])]


@pytest.mark.parametrize(
    ("who", "label", "speaker", "role"),
    [
        ("#ExampleAnn", "Example, Ann", "Ann Example", None),
        ("#PAD_1", "Präsidentin Mag. Anna Beispiel", "Mag. Anna Beispiel", "Präsidentin"),
        ("#PAD_1", "Anna Beispiel", "Anna Beispiel", None),
    ],
)
def test_tei_labels_of_other_languages(
    who: str, label: str, speaker: str, role: str | None
) -> None:
    meeting = read(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div><note type="speaker">'
        f'{label}</note><u who="{who}"><seg>One.</seg></u></div></body></text></TEI>'
    )
    assert said(meeting) == [(speaker, role, ["One."])]


def test_xml_of_no_known_vocabulary_is_read_by_its_text() -> None:
    meeting = read(
        '<?xml version="1.0"?><Report><Head><A ID="1"/>Tuesday, 6 October 2009</Head>'
        "<Body><Bold>Mr SPEAKER:</Bold> One <I>and</I> two.</Body><Body>Three.</Body>"
        "<Body><Bold>Ms EXAMPLE:</Bold> Four.</Body><Body><Bold>Mr SPEAKER:</Bold> Five.</Body>"
        "</Report>"
    )
    assert meeting.source.format == "xml"
    assert said(meeting) == [
        ("Mr SPEAKER", None, ["One and two.", "Three."]),
        ("Ms EXAMPLE", None, ["Four."]),
        ("Mr SPEAKER", None, ["Five."]),
    ]


def test_akoma_ntoso_without_its_frame_is_read() -> None:
    meeting = read(
        '<akomaNtoso><heading>Talk</heading><TLCPerson id="p" showAs="Anna Berg"/>'
        '<speech by="#p"><p>Hello.</p></speech></akomaNtoso>'
    )
    assert said(meeting) == [("Anna Berg", None, ["Hello."])]


def test_akoma_ntoso_takes_the_printed_date_and_no_placeholder() -> None:
    def dated(work: str, printed: str) -> str | None:
        meta = f'<meta><FRBRWork><FRBRdate date="{work}" name="generation"/></FRBRWork></meta>'
        preface = f"<preface><p>{printed}</p></preface>"
        body = '<debateBody><speech by="#p"><from>Anna Berg</from><p>Hi.</p></speech></debateBody>'
        return read(f"<akomaNtoso><debate>{meta}{preface}{body}</debate></akomaNtoso>").date

    printed = '<docDate date="2012-09-20">20 September 2012</docDate>'
    assert dated("3000-01-01", printed) == "2012-09-20"
    assert dated("3000-01-01", "Report") is None
    assert dated("2012-09-19", "Report") == "2012-09-19"


def test_canadian_extracts_of_the_search_are_read() -> None:
    meeting = read(
        '<Publication Title="Sitting 139"><PublicationItem Date="2026-06-18">'
        "<OrderOfBusiness>Oral Questions</OrderOfBusiness>"
        "<Person><FirstName>Anna</FirstName></Person><XmlContent><Intervention><PersonSpeaking>"
        "<Affiliation>Hon. Anna Berg</Affiliation></PersonSpeaking><Content>"
        "<ParaText>Mr. Speaker, no.</ParaText></Content></Intervention></XmlContent>"
        "</PublicationItem></Publication>"
    )
    assert meeting.source.format == "hansard-xml"
    assert (meeting.title, meeting.date) == ("Sitting 139", "2026-06-18")
    assert [text for *_, text in said(meeting)] == [["Mr. Speaker, no."]]
    assert (BlockKind.HEADING, "Oral Questions") in outside(meeting)


def test_ids_that_are_no_names_stay_apart() -> None:
    body = '<u who="#SPK0"><seg>Yes.</seg></u><u who="#SPK1"><seg>No.</seg></u>'
    meeting = read(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div>'
        f"{body}</div></body></text></TEI>"
    )
    assert [turn.speaker for turn in meeting.turns] == ["SPK0", "SPK1"]


def test_an_office_that_several_hold_is_told_apart_by_the_id() -> None:
    def speech(label: str, who: str) -> str:
        return f'<note type="speaker">{label}</note><u who="#{who}"><seg>Yes.</seg></u>'

    body = (
        speech("ГОЛОВУЮЧИЙ.", "АннаІванівнаБерг.1971")
        + speech("O señor PRESIDENTE:", "RudolfStrand")
        + speech("O señor PRESIDENTE (Berg Sol):", "BergSolAnna")
    )
    meeting = read(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div>'
        f"{body}</div></body></text></TEI>"
    )
    assert [(turn.speaker, turn.role) for turn in meeting.turns] == [
        ("Анна Іванівна Берг", "ГОЛОВУЮЧИЙ"),
        ("Rudolf Strand", "O señor PRESIDENTE"),
        ("Berg Sol", "O señor PRESIDENTE"),
    ]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (
            "<s><w>Good</w>\n <w>day</w>\n <pc>.</pc></s>\n<s><w>Now</w> <pc>(</pc><w>we</w></s>",
            ["Good day. Now (we"],
        ),
        ('<seg><s><w>It</w><w join="right">is</w><pc>.</pc><w>So</w></s></seg>', ["It is. So"]),
        ('<seg><w>a</w><pc join="left">!</pc> <hi>b</hi> c <w>d</w></seg>', ["a! b c d"]),
        ("Dear <hi>good</hi> people <gap/>of <name>Town</name>", ["Dear good people", "of Town"]),
    ],
)
def test_tei_words_marked_one_by_one_are_running_text(inside: str, expected: list[str]) -> None:
    meeting = read(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>'
        f'<u who="#AnnaBerg">{inside}</u></body></text></TEI>'
    )
    assert said(meeting) == [("Anna Berg", None, expected)]


def test_historic_answers_in_writing_mark_members_only() -> None:
    meeting = read(
        '<writtenanswers><title>WRITTEN ANSWERS</title><date format="1968-12-02">2nd</date>'
        "<section><title>LAND</title><p>1. <member>Mr. Berg</member> asked the Minister why.</p>"
        "<p><member>The Minister</member>: Because.</p><p>And so.</p></section></writtenanswers>"
    )
    assert meeting.source.format == "hansard-xml"
    assert said(meeting) == [
        ("Mr. Berg", None, ["asked the Minister why."]),
        ("The Minister", None, ["Because.", "And so."]),
    ]


def test_australian_talkers_are_one_person_by_their_identifier() -> None:
    def talk(tag: str, names: str, text: str) -> str:
        return (
            f"<{tag}><talk.start><talker><name.id>AB1</name.id>{names}</talker>"
            f"<para>—{text}</para></talk.start></{tag}>"
        )

    meeting = read(
        "<hansard><chamber.xscript>"
        + talk("continue", '<name role="display">Mr BERG</name>', "Going on.")
        + "<debate><title>Next</title>"
        + talk("speech", '<name role="metadata">Berg, Jan, MP</name>', "New.")
        + "</debate></chamber.xscript></hansard>"
    )
    assert [turn.speaker for turn in meeting.turns] == ["Jan Berg", "Jan Berg"]


def test_akoma_ntoso_holder_spelled_otherwise_than_in_the_list() -> None:
    meeting = read(
        "<akomaNtoso><debate><meta><references>"
        '<TLCPerson eId="berg" showAs="Mr. Berg"/></references></meta><debateBody>'
        '<speech by="#berg"><from>The Deputy Minister for Local Rule (Mr.Berg): </from>'
        "<p>Yes.</p></speech></debateBody></debate></akomaNtoso>"
    )
    assert [(t.speaker, t.role) for t in meeting.turns] == [
        ("Mr. Berg", "The Deputy Minister for Local Rule")
    ]


def test_tei_plays_have_numbered_divisions_and_verses() -> None:
    meeting = read(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div1><head>Act</head><div2>'
        '<sp who="#ANA"><speaker>ANA</speaker><lg><l>One line,</l><l>another.</l></lg></sp>'
        "<floatingText><body><sp><speaker>JAN</speaker><p>Yes.</p></sp></body></floatingText>"
        "</div2></div1></body></text></TEI>"
    )
    assert said(meeting) == [("ANA", None, ["One line,", "another."]), ("JAN", None, ["Yes."])]


def test_akoma_ntoso_labels_closed_with_a_stop_and_a_dash() -> None:
    meeting = read(
        """<akomaNtoso><debate><meta><references>
        <TLCPerson eId="berg" showAs="Anna Berg"/><TLCPerson eId="lind" showAs="Lind Roos, Carl"/>
        </references></meta><debateBody><debateSection>
        <speech by="#lind"><from>El señor LIND (Presidente).- </from><p>Se abre.</p></speech>
        <speech by="#berg"><from>La señora BERG.- </from><p>Gracias.</p></speech>
        <speech by="#berg"><from>Mr A BERG</from><p>Once more.</p></speech>
        </debateSection></debateBody></debate></akomaNtoso>"""
    )
    assert [(t.speaker, t.role) for t in meeting.turns] == [
        ("Carl Lind Roos", "Presidente"),
        ("Anna Berg", None),
        ("Mr A BERG", None),
    ]


def test_tei_labels_run_in_the_first_words() -> None:
    meeting = read(
        """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div>
        <u who="#later"><seg>M. <persName>Carl Lind</persName>. Je demande la parole.</seg></u>
        <u who="#later"><seg>M. <persName>le président</persName>. Vous l'avez.</seg></u>
        <u who="#AnnaBerg"><seg><persName>Lind</persName> a raison.</seg></u>
        </div></body></text></TEI>"""
    )
    assert said(meeting) == [
        ("M. Carl Lind", None, ["Je demande la parole."]),
        ("M. le président", None, ["Vous l'avez."]),
        ("Anna Berg", None, ["Lind a raison."]),
    ]


def test_ids_that_begin_with_a_digit_harm_nobody() -> None:
    meeting = read(
        """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><particDesc><listPerson>
        <person xml:id="12"><persName>Anna Berg</persName></person>
        </listPerson></particDesc></profileDesc></teiHeader>
        <text><body><div><u xml:id="25-02_u1" who="#12"><seg>Item #1 is closed.</seg></u>
        </div></body></text></TEI>"""
    )
    assert said(meeting) == [("Anna Berg", None, ["Item #1 is closed."])]


def test_australian_offices_listed_behind_the_name() -> None:
    meeting = read(
        """<hansard><session.header><date>2022-07-27</date><chamber>House</chamber></session.header>
        <chamber.xscript><debate><speech><talk.start><talker>
        <name role="metadata">Berg, Anna MP (The SPEAKER)</name><name.id>53</name.id>
        </talker></talk.start><talk.text><body><p><span><a href="53" type="MemberSpeech">
        <span>The </span></a><span>SPEAKER</span> (<span>09:31</span>):  I table it.</span></p>
        </body></talk.text></speech></debate></chamber.xscript></hansard>"""
    )
    assert said(meeting) == [("Anna Berg", "The SPEAKER", ["I table it."])]
