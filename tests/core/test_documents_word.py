"""Word documents: numbers that Word counts, tables, changes that were tracked."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.core.own_policies import numbered, whole
from tests.core.test_documents_refused import repacked


def word(*paragraphs: tuple[str, int | None], levels: str = "") -> bytes:
    """Return a Word document whose paragraphs Word numbers at a level, or not."""
    document = docx.Document()
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for text, level in paragraphs:
        paragraph = document.add_paragraph(text)
        if level is not None:
            number = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'
            paragraph._p.get_or_add_pPr().append(parse_xml(number))
    return saved(document)


def saved(document: docx.document.Document) -> bytes:
    """Return the bytes of a Word document."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def level(place: int, form: str, look: str, more: str = "") -> str:
    """Return the definition of one level of a list."""
    begins = f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
    return f'{begins}<w:lvlText w:val="{look}"/></w:lvl>'


def test_numbers_that_word_counts() -> None:
    levels = "".join(
        [
            level(0, "decimal", "%1."),
            level(1, "decimal", "%1.%2"),
            level(2, "lowerLetter", "(%3)"),
            level(3, "lowerRoman", "(%4)"),
        ]
    )
    data = word(
        ("Conduct", 0),
        ("Members must not:", 1),
        ("shout;", 2),
        ("lie:", 2),
        ("in the hall; or", 3),
        ("outside it.", 3),
        ("Be kind.", 1),
        ("Review", 0),
        ("It is due each May.", 1),
        levels=levels,
    )
    assert numbered(data, "policy.docx") == [
        ("1.1", "Members must not:"),
        ("1.1(a)", "shout;"),
        ("1.1(b)", "lie:"),
        ("1.1(b)(i)", "in the hall; or"),
        ("1.1(b)(ii)", "outside it."),
        ("1.2", "Be kind."),
        ("2.1", "It is due each May."),
    ]


def test_a_level_may_show_letters_above_it_in_figures() -> None:
    levels = level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    data = word(
        ("Conduct of members", 0), ("Be kind.", 1), ("Review of this policy", 0), ("Be brief.", 1), levels=levels
    )
    assert [printed for printed, _ in numbered(data, "policy.docx")] == ["1.1", "2.1"]


def test_what_was_deleted_in_word_is_not_read_and_what_was_inserted_is() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Members must ")._p
    for tag, inner, words in (("del", "delText", "never "), ("ins", "t", "always ")):
        run = f'<w:r><w:{inner} xml:space="preserve">{words}</w:{inner}></w:r>'
        paragraph.append(parse_xml(f'<w:{tag} {nsdecls("w")} w:id="1">{run}</w:{tag}>'))
    paragraph.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>be kind.</w:t></w:r>"))
    assert numbered(saved(document), "policy.docx") == [(None, "Members must always be kind.")]


def test_a_table_of_numbers_and_paragraphs_is_text() -> None:
    document = docx.Document()
    table = document.add_table(rows=0, cols=2)
    for number, words in (("1.1", "Be kind."), ("1.2", "Be brief. Be true.")):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = number, words
    assert numbered(saved(document), "policy.docx") == [
        ("1.1", "Be kind."),
        ("1.2", "Be brief."),
        ("1.2", "Be true."),
    ]


def test_the_headings_of_a_table_are_the_lead_in_of_its_cells() -> None:
    document = docx.Document()
    document.add_heading("Who does what", 1)
    table = document.add_table(rows=0, cols=2)
    for row in (("Task", "When"), ("The clerk looks at all the comments.", "This is done on every working day.")):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = row
    held = whole(saved(document), "policy.docx")[1]
    assert [(s.ref, s.intro) for s in held] == [
        ("Who does what / table 1 row 2 column 1", "Task"),
        ("Who does what / table 1 row 2 column 2", "When"),
    ]


def test_heads_and_feet_of_word_are_in_the_remainder() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Version 2"
    document.add_paragraph("Be kind.")
    _, held, remainder = whole(saved(document), "policy.docx")
    assert [s.text for s in held] == ["Be kind."]
    assert [(part.text, part.because) for part in remainder] == [("Version 2", "running head or foot")]


def test_a_bold_line_is_a_heading_and_a_bold_beginning_runs_in() -> None:
    document = docx.Document()
    document.add_paragraph().add_run("Respect and kindness").bold = True
    paragraph = document.add_paragraph()
    paragraph.add_run("Kindness.").bold = True
    paragraph.add_run(" Be kind to all.")
    held = whole(saved(document), "policy.docx")[1]
    assert [(s.heading, s.text) for s in held] == [("Respect and kindness", "Kindness. Be kind to all.")]


def test_the_contents_list_of_word_is_in_the_remainder() -> None:
    document = docx.Document()
    document.add_paragraph("Contents of this policy", style="TOC Heading")
    document.add_paragraph("Be kind.")
    _, held, remainder = whole(saved(document), "policy.docx")
    assert [s.text for s in held] == ["Be kind."]
    assert [(part.text, part.because) for part in remainder] == [("Contents of this policy", "contents list")]


def test_a_text_box_is_read_once_where_it_is_anchored() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Be kind.")
    box = "<w:txbxContent><w:p><w:r><w:t>Ask the clerk first.</w:t></w:r></w:p></w:txbxContent>"
    namespaces = f'{nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    run = (
        f"<w:r {namespaces}><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    paragraph._p.append(parse_xml(run))
    document.add_paragraph("Be brief.")
    assert [text for _, text in numbered(saved(document), "policy.docx")] == [
        "Be kind.",
        "Ask the clerk first.",
        "Be brief.",
    ]


def test_footnotes_are_read_after_the_text() -> None:
    data = saved_with_footnote("See the Code of Conduct.")
    held = whole(data, "policy.docx")[1]
    assert [(s.ref, s.text) for s in held] == [
        ("Opening / 1", "Be kind."),
        ("Footnote 2", "See the Code of Conduct."),
    ]


def saved_with_footnote(words: str) -> bytes:
    """Return a Word document with a footnote, and the separator that Word keeps among its footnotes."""
    document = docx.Document()
    document.add_paragraph("Be kind.")
    data = saved(document)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        rels, types = (
            archive.read(name).decode() for name in ("word/_rels/document.xml.rels", "[Content_Types].xml")
        )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    rel = f'<Relationship Id="rIdNotes" Type="{office}" Target="footnotes.xml"/></Relationships>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
    notes = (
        f"<w:footnotes {nsdecls('w')}>"
        '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>aside</w:t></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="2"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    for part, content in (
        ("word/footnotes.xml", notes),
        ("word/_rels/document.xml.rels", rels.replace("</Relationships>", rel)),
        ("[Content_Types].xml", types.replace("</Types>", override)),
    ):
        data = repacked(data, part, content.encode())
    return data
