"""Statements that a draft can meet: one draft in which each is found and cited, one near it that is left alone.

The drafts are our own. Only statements whose working is a finding in a draft or profile stand here; what needs a
register, a log or a case stands in `docs/statements.md` as not yet, though its provision may be seen in a draft.
"""

from __future__ import annotations

from typing import Any

from tests.statements.carrying import Case, statement


@statement("thurrock", "3 bullet 2 sentence 4 (a)")
@statement("borough-numbered", "10.5")
@statement("guidance-faq", "Personal accounts / Things to avoid / 7")
@statement("parish", "Rules / bullet 1 (a)")
def test_abuse(case: Case) -> None:
    case.separates(
        "The people squatting in the old mill are vermin and they want burning out, the lot of them.",
        "There are people living in the old mill again. Our homelessness team visits at six.",
    )


@statement("thurrock", "3 bullet 2 sentence 4 (b)")
@statement("guidance-faq", "Personal accounts / Things to avoid / 4 (a)", "The Code of Conduct / bullet 2 (a)")
@statement("essex", "24.9 (a)")
@statement("parish", "Rules / bullet 1 (d)")
def test_bullying(case: Case) -> None:
    case.separates(
        "Drop your complaint, Janet, or everybody in this village will hear what I know about you.",
        "Janet, I have read your complaint and I would like to hear more. Ring me any evening.",
    )


@statement("thurrock", "3 bullet 2 sentence 4 (c)")
@statement("borough-numbered", "5.8 sentence 1", "5.8 sentence 2", "10.2 sentence 1 (b)")
@statement("guidance-faq", "The Code of Conduct / bullet 4 (a)", "The Code of Conduct / bullet 4 (b)")
@statement("essex", "24.9 (c)", "24.9 (d)")
@statement("parish", "Rules / bullet 1 (c)")
def test_equality(case: Case) -> None:
    case.separates(
        "Calm down dear, it's only a budget. Women and sums, eh? Just joking 😂",
        "Three women have presented our budget since 1990, and the sums were right each time.",
    )


@statement("borough-numbered", "5.7 (a)", "5.7 (b)", "5.7 (c)", "10.1 sentence 1 (a)")
@statement(
    "guidance-faq",
    "The Code of Conduct / bullet 1 (a)",
    "The Code of Conduct / bullet 1 (b)",
    "Personal accounts / Best practice / 4",
)
@statement("essex", "24.8 (a)", "24.8 (b)")
@statement("parish", "Rules / bullet 1 (e)")
def test_respect(case: Case) -> None:
    case.separates(
        "Cllr Penrose is a pillock. He wouldn't know a drain if it bit him.",
        "Cllr Penrose's drainage plan is wrong on cost, and I will say so at the meeting.",
    )


@statement("thurrock", "4 bullet 1 (a)")
def test_answering_in_kind(case: Case) -> None:
    said = "Call yourself a councillor? You are a waste of space."
    case.separates(
        "Takes one to know one, you absolute clown.",
        "I am sorry you feel let down. Which street is it? I will ask about the bins today.",
        "reply",
        replied_to=said,
    )


@statement("borough-numbered", "5.6 sentence 2 (a)", "10.2 sentence 1 (a)")
@statement(
    "guidance-faq",
    "What to bear in mind / 9",
    "What to bear in mind / 10",
    "Civil Law / Defamation / 1",
)
@statement("essex", "Other issues / Libel / 1")
@statement("parish", "Rules / bullet 1 (f)")
def test_defamation(case: Case) -> None:
    case.separates(
        "Terry Maddox at Maddox Paving has been pocketing backhanders from the council for years.",
        "The court fined Maddox Paving £4,000 on Tuesday, says the Gazette; the firm says it will appeal.",
    )


@statement("thurrock", "3 bullet 3 (b)")
@statement("guidance-faq", "Civil Law / Defamation / 2")
@statement("essex", "Other issues / Repetition / 1", "Other issues / Repetition / 2")
@statement("parish", "Rules / bullet 1 (g)")
def test_repeating_is_publishing(case: Case) -> None:
    case.separates(
        "I hear that Terry Maddox has been pocketing backhanders from the council. Not saying it's true.",
        "I hear that Terry Maddox has opened a second yard behind the station. Good luck to him.",
    )


@statement("essex", "Other issues / Repetition / 3")
def test_a_like_is_checked(case: Case) -> None:
    tale = "Terry Maddox has been taking bribes from developers for years and everybody at the council knows."
    assert case.cited(case.check("", "like", {"shared_from": tale}))
    assert not case.cited(case.check("", "like", {"shared_from": "Terry Maddox has opened a second yard."}))


@statement("thurrock", "4 bullet 2 (a)")
@statement("borough-numbered", "8.1 (a)")
@statement("guidance-faq", "The Code of Conduct / bullet 5 (a)", "Personal accounts / Things to avoid / 8")
@statement("essex", "24.11 (a)", "24.11 (b)")
@statement("parish", "Rules / bullet 3 sentence 1 (a)")
def test_confidential(case: Case) -> None:
    case.separates(
        "Between us: I was told in confidence that the depot will be sold in March. Keep it under your hat.",
        "The depot will be sold in March. It is on page 4 of the published cabinet report.",
    )


@statement("borough-numbered", "8.5 (b)")
@statement("guidance-faq", "Using social media at council meetings / 5 (b)")
def test_exempt_papers(case: Case) -> None:
    paper = "The preferred bidder has offered two point four million pounds for the leisure centre site on Mill Road."
    case.separates(
        "The preferred bidder has offered two point four million pounds for the leisure centre site on Mill Road!",
        "The leisure centre vote is on Thursday and the public report is on the website.",
        exempt_text=[paper],
    )


@statement("thurrock", "1 sentence 3 (c)")
@statement("borough-numbered", "10.2 sentence 1 (d)")
@statement("guidance-faq", "Introduction / 2 (d)", "The Code of Conduct / bullet 5 (b)")
@statement("guidance-faq", "Civil Law / Data protection / 1")
@statement("essex", "Other issues / Data Protection / 1")
@statement("parish", "Rules / bullet 3 sentence 1 (b)", "Rules / bullet 11 (b)")
def test_personal_data(case: Case) -> None:
    case.separates(
        "If you want to complain about the noise ring Mrs Doreen Hale. Her home number is 01632 960 481.",
        "If you want to complain about the noise ring the council on its published number or come on Thursday.",
    )


@statement("borough-numbered", "10.1 sentence 2 (a)")
@statement("parish", "Rules / bullet 10 sentence 1 (a)")
def test_privacy_of_others(case: Case) -> None:
    case.separates(
        "Sheila from number 9 is in rehab again, that's why the garden is a jungle.",
        "The garden at number 9 has become a jungle. Volunteers with shears are welcome on Sunday.",
    )


@statement("borough-numbered", "8.1 (b)")
@statement("guidance-faq", "Personal accounts / Things to avoid / 3 (a)")
def test_speaking_for_the_council(case: Case) -> None:
    case.separates(
        "The Council will resurface Mill Lane by Easter, you have my word on its behalf.",
        "I will ask the Council to resurface Mill Lane and tell you what it answers.",
        account="councillor",
        role="councillor",
    )


@statement(
    "guidance-faq",
    "The Code of Conduct / bullet 7",
    "Personal accounts / Best practice / 6",
    "Personal accounts / Things to avoid / 2 (b)",
    "Personal accounts / Things to avoid / 3 (b)",
    "Personal accounts / Things to avoid / 6",
)
def test_council_voice(case: Case) -> None:
    case.separates(
        "We at the Council think the government's housing targets are a disgrace.",
        "I think the government's housing targets are a disgrace, and the Council has not taken a view.",
        account="councillor",
        role="councillor",
    )


DECIDES: dict[str, Any] = {
    "role": "councillor",
    "committees": ["Planning Committee"],
    "pending_matters": [{"subject": "Quarry at Hob Moor", "committee": "Planning Committee"}],
}


@statement("thurrock", "4 Bias and pre-determination sentence 1 (b)", "4 Bias and pre-determination sentence 3")
@statement(
    "guidance-faq",
    "Personal accounts / Best practice / 11 (b)",
    "Civil Law / Predetermination / 1",
    "Civil Law / Predetermination / 2",
    "Civil Law / Predetermination / 3 (b)",
    "FAQ 2 (b)",
)
@statement("essex", "Other issues / Bias and Predetermination / 1", "Other issues / Bias and Predetermination / 2")
def test_closed_mind(case: Case) -> None:
    case.separates(
        "Nothing the applicant says could change my mind about the Hob Moor quarry. I will vote against it.",
        "I have worries about lorries from the Hob Moor quarry, and I want to hear the evidence before I vote.",
        **DECIDES,
    )


@statement("thurrock", "4 Bias and pre-determination sentence 1 (a)")
@statement(
    "guidance-faq",
    "Personal accounts / Best practice / 11 (a)",
    "Civil Law / Predetermination / 3 (a)",
    "FAQ 2 (a)",
)
def test_leaning_is_allowed(case: Case) -> None:
    """The statement permits: what it permits raises nothing, and its words stand beside what it does not permit."""
    leaning = case.check("On balance I lean against the Hob Moor quarry, but I will listen first.", "post", DECIDES)
    assert case.provision not in {f.provision for f in leaning.findings if f.weight != "note"}
    assert case.cited(case.check("I will vote against the Hob Moor quarry whatever is said.", "post", DECIDES))


@statement("thurrock", "3 bullet 2 sentence 2")
@statement("guidance-faq", "The Code of Conduct / bullet 8 (a)", "Personal accounts / Best practice / 7 (a)")
@statement("borough-numbered", "8.4 sentence 1 (b)")
@statement("guidance-faq", "What to bear in mind / 4 (b)")
def test_accuracy(case: Case) -> None:
    case.separates(
        "Haven't read the report, but trust me, council tax here has doubled since they got in.",
        "Council tax here rises by 2.9 % in April. The figures are on page 12 of the published budget.",
    )


@statement("guidance-faq", "Personal accounts / Things to avoid / 2 (a)")
def test_opinion_as_fact(case: Case) -> None:
    case.separates(
        "It is a proven fact that our group runs the best council in the country. End of.",
        "I think our group runs this council well, and you may differ.",
    )


@statement("guidance-faq", "Personal accounts / Best practice / 9 (a)")
@statement("thurrock", "4 bullet 6 sentence 1")
def test_mistakes(case: Case) -> None:
    case.separates(
        "I got the date of the meeting wrong yesterday so I've quietly deleted the post. No need to mention it.",
        "Correction: yesterday I gave the wrong date. The meeting is on the 14th. Sorry for the mix-up.",
    )


@statement(
    "guidance-faq",
    "Personal accounts / Things to avoid / 9 (a)",
    "Personal accounts / Things to avoid / 9 (b)",
)
def test_casework(case: Case) -> None:
    case.separates(
        "Trouble with your housing benefit? Put your name and claim number in the comments and I will sort it.",
        "Trouble with your housing benefit? E-mail me or come to my surgery on Saturday.",
    )


@statement("essex", "24.12")
@statement("borough-numbered", "2.2.3", "10.2 sentence 2 (b)")
@statement(
    "guidance-faq",
    "Introduction / 2 (c)",
    "The Code of Conduct / bullet 3",
    "Personal accounts / Things to avoid / 1",
)
@statement("thurrock", "1 sentence 3 (b)")
def test_disrepute(case: Case) -> None:
    case.separates(
        "No idea what we just voted on, I put my hand up when everybody else did. Taxi on expenses, nobody checks 😂",
        "We voted on the car park tonight. I read the papers twice and voted against. Walked home.",
    )


@statement("borough-numbered", "10.6 (b)")
@statement("essex", "24.10")
def test_officers(case: Case) -> None:
    case.separates(
        "Leaned on the head of planning today. She'll write the report our way if she likes her job.",
        "The head of planning presented her report today. The committee asked good questions.",
        role="councillor",
    )


@statement("essex", "24.13")
@statement("guidance-faq", "The Code of Conduct / bullet 6")
def test_improper_advantage(case: Case) -> None:
    case.separates(
        "As a councillor I can get your application to the top of the pile. Just book your extension with my firm.",
        "Planning applications are dealt with in the order they arrive. I cannot move yours.",
        role="councillor",
    )


@statement("borough-numbered", "10.2 sentence 2 (a)")
@statement("essex", "Other issues / Obscene Material / 1", "Other issues / Obscene Material / 2")
@statement("parish", "Rules / bullet 1 (b)")
def test_obscene(case: Case) -> None:
    case.separates(
        "Uncensored video of the lifeguard and his lady friend going at it in the boathouse. Link below, lads.",
        "Uncut video of Tuesday's full council, all four hours of it, is on the website. Link below.",
    )


@statement("thurrock", "4 bullet 5 sentence 1")
@statement("parish", "Rules / bullet 8 (a)")
def test_escalation(case: Case) -> None:
    case.separates(
        "I'm not letting this go, Kev. You want a row? I can do this all night. Bring it on.",
        "We see this differently, Kev, and I will leave it there. My surgery is on Saturday.",
        "reply",
        replied_to="You lot are all talk.",
    )


@statement("guidance-faq", "Personal accounts / Best practice / 10 (a)", "What to bear in mind / 4 (a)")
def test_late_and_heated(case: Case) -> None:
    case.separates(
        "Had a few glasses, absolutely fuming, and I don't care who reads this. Posting it before I change my mind.",
        "Had a lovely glass of cider at the harvest supper.",
        local_time="23:50",
    )


@statement("borough-numbered", "10.3 sentence 1 (a)", "10.3 sentence 1 (b)")
@statement("parish", "Rules / bullet 10 sentence 2 (b)")
def test_politics_on_a_council_account(case: Case) -> None:
    case.separates(
        "Vote Labour on Thursday and keep the Tories out!",
        "Polling stations are open on Thursday from 7am to 10pm. Bring photo ID.",
        account="council",
    )


@statement("borough-numbered", "10.4")
def test_own_business_on_a_council_account(case: Case) -> None:
    case.separates(
        "My wife's bakery on the High Street has 20% off all loaves this week. Pop in!",
        "The market on the High Street has 22 stalls this week. Pop in!",
        account="council",
    )


@statement("thurrock", "4 Elections")
@statement("guidance-faq", "Civil Law / Political comment and Electioneering (a)")
def test_politics_on_council_equipment(case: Case) -> None:
    case.separates(
        "Vote for me on Thursday, every vote counts!",
        "The library is open late on Thursday.",
        device="council",
        role="councillor",
    )


@statement("borough-numbered", "9.1 sentence 2")
@statement("essex", "Other issues / Pre-Election Period / 2")
def test_imprint(case: Case) -> None:
    case.separates(
        "Vote Maria Finch on 6 May for a safer Hob Moor!",
        "Count is on Friday. Thanks to everybody at the polling stations.",
        role="candidate",
        nation="england",
        election={"poll": "2027-05-06", "candidate": True, "nation": "england", "kind": "local"},
        on="2027-04-20",
    )


@statement("borough-numbered", "9.2 (b)")
def test_council_account_before_a_poll(case: Case) -> None:
    case.separates(
        "Follow Cllr Ames, our councillor of the year, at @AmesForHobMoor!",
        "Bins are collected a day late this week.",
        account="council",
        election={"poll": "2027-05-06", "nation": "england", "kind": "local"},
        on="2027-04-20",
    )


@statement("guidance-faq", "FAQ 5 (c)")
def test_a_candidate_s_character(case: Case) -> None:
    case.separates(
        "Ray Tully, who wants your vote, was sacked for stealing from the food bank.",
        "Ray Tully, who wants your vote, voted for the bus cuts in March.",
        election={"poll": "2027-05-06", "candidate": True, "nation": "england", "kind": "local"},
        on="2027-04-20",
    )


@statement("essex", "Other issues / Emergency Situations / 4", "Other issues / Emergency Situations / 2")
def test_emergency(case: Case) -> None:
    case.separates(
        "Get out of Ferry Lane now, everybody, I hear the dam has gone and there are bodies in the water!",
        "Please follow the fire service for news of the flood: their page is kept up to date.",
        emergency={"name": "Flood at Ferry Lane"},
    )


@statement("guidance-faq", "What to bear in mind / 6")
@statement("essex", "Other issues / Repetition / 4")
@statement("thurrock", "3 bullet 3 (a)")
def test_sharing_reads_as_agreeing(case: Case) -> None:
    shared = "Wake up! They are putting chips in the new street lights to spy on us and the press is hiding it."
    found = case.check("So true, everyone needs to see this", "share", {"shared_from": shared})
    quiet = case.check(
        "This is not true. The lights have no cameras; here is the report.", "share", {"shared_from": shared}
    )
    assert case.cited(found)
    assert not case.cited(quiet)


@statement("thurrock", "5 sentence 1 (b)")
@statement("borough-numbered", "7.1 (b)")
@statement("parish", "Rules / bullet 11 (a)")
def test_own_safety(case: Case) -> None:
    case.separates(
        "Off to Tenerife tomorrow for a fortnight, so our house at 14 Orchard Close is empty till the 20th.",
        "Back from Tenerife. The photographs do not do it justice.",
    )


@statement("essex", "Other issues / Data Protection / 2 (a)")
@statement("thurrock", "4 bullet 2 (c)")
def test_photograph_of_the_unwilling(case: Case) -> None:
    case.separates(
        "She asked me not to put her picture up but here she is at the fete anyway!",
        "She asked me to put this picture up: here she is at the fete.",
        attachments=[{"kind": "image", "people": True}],
    )


@statement("borough-numbered", "5.4 sentence 1")
@statement("thurrock", "4 bullet 4 sentence 4 (a)")
@statement("guidance-faq", "Personal accounts / Things to avoid / 5 (a)")
def test_logo(case: Case) -> None:
    found = case.check(
        "My thoughts on the bypass.",
        "post",
        {
            "account": "councillor",
            "role": "councillor",
            "attachments": [
                {
                    "kind": "image",
                    "council_logo": True,
                    "alt": "The borough crest above the words Maria's Bypass Diary",
                }
            ],
        },
    )
    quiet = case.check(
        "My thoughts on the bypass.",
        "post",
        {"account": "private", "attachments": [{"kind": "image", "council_logo": False}]},
    )
    assert case.cited(found)
    assert not case.cited(quiet)


@statement("borough-numbered", "8.6 sentence 2", "10.2 sentence 1 (c)")
@statement("guidance-faq", "Civil Law / Copyright / 1")
@statement("essex", "Other issues / Copyright / 1", "Other issues / Copyright / 3")
@statement("parish", "Rules / bullet 4 sentence 1")
@statement("thurrock", "3 bullet 4 sentence 1")
def test_copyright(case: Case) -> None:
    case.separates(
        "Nicked this photo off the Gazette's website, cropped out their watermark. Gorgeous, isn't it?",
        "I took this photo on my way home. Use it as you like.",
    )


@statement("borough-numbered", "8.6 sentence 3")
def test_sources(case: Case) -> None:
    case.separates(
        "According to a report, crime here is up 40 percent. No link, you'll have to take my word for it.",
        "Crime here fell by 4 % last year: https://www.police.uk/figures",
    )


@statement("borough-numbered", "10.1 sentence 2 (b)")
def test_consideration_is_a_prompt(case: Case) -> None:
    """The statement asks for consideration: a note, and nothing more."""
    mocked = case.check("The vicar wants a grant. Ask the sky fairy for it, he's never short.")
    kind = case.check("The vicar wants a grant, and so does the mosque. Both bids are on the website.")
    assert case.cited(mocked, as_note=True)
    assert not case.cited(mocked)
    assert not case.cited(kind, as_note=True)


@statement("parish", "Rules / bullet 10 sentence 1 (b)")
def test_politics_and_religion(case: Case) -> None:
    case.separates(
        "The vicar wants a grant. Ask the sky fairy for it, he's never short.",
        "The mosque and the chapel hold a joint supper on Friday; all are welcome.",
    )
