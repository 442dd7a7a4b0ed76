// The closed list of what Faceoff says by itself, with the English words.
//
// FACEOFF_MESSAGES(TEXT, COUNT): TEXT(key, pattern) for one form, COUNT(key, one, other) where the form
// depends on {n}. Placeholders: {name} {other} {n} {of} {text} {unit} {day} {month} {year}. A key is the name
// in a catalog's JSON. Nothing here is markup. Short forms stand alone beside a name, so they start small.
#pragma once

// clang-format off
#define FACEOFF_MESSAGES(TEXT, COUNT) \
  /* small parts */ \
  TEXT(versus, " vs ") \
  TEXT(list_comma, ", ") \
  TEXT(list_and, " and ") \
  TEXT(also, "; ") \
  TEXT(full_stop, ".") \
  TEXT(quoted, "\u201c{text}\u201d") \
  TEXT(date, "{day} {month} {year}") \
  TEXT(months, "January|February|March|April|May|June|July|August|September|October|November|December") \
  TEXT(money_sign, "{unit}{text}") \
  TEXT(money_code, "{unit}\u00a0{text}") \
  TEXT(money_signs, "USD$|EUR\u20ac|GBP\u00a3|JPY\u00a5") \
  TEXT(count_of, "{n} of {of}") \
  TEXT(count_word, "{n} of {of} {text}") \
  TEXT(named, "{name}: ") \
  TEXT(amount, "{text}") \
  /* verdicts, in the codes' order */ \
  TEXT(not_reviewed, "Not reviewed") \
  TEXT(ship, "Ship") \
  TEXT(skip, "Skip") \
  TEXT(mixed, "Mixed") \
  TEXT(abstain, "No verdict") \
  TEXT(unknown, "Unknown") \
  TEXT(ship_share, "ship") \
  TEXT(skip_share, "skip") \
  TEXT(ship_name, "Ship {name}") \
  TEXT(skip_name, "Skip {name}") \
  TEXT(choose, "Choose") \
  TEXT(choose_name, "Choose {name}") \
  TEXT(act_name, "{text} {name}") \
  TEXT(scored, "{n}/100") \
  /* the answer */ \
  TEXT(question, "Which one should you choose?") \
  TEXT(pick, "{name}.") \
  TEXT(unless, "{name}, unless {text}.") \
  TEXT(unless_other, "{name}, unless {text}: then {other}.") \
  TEXT(unless_leans, "{name}, unless {text}: then probably {other}.") \
  TEXT(lean, "Probably {name}.") \
  TEXT(too_close, "No clear answer.") \
  TEXT(neither, "Neither.") \
  TEXT(none_of_them, "None of them.") \
  TEXT(different_jobs, "They do different jobs.") \
  TEXT(no_panel, "No panel verdict yet.") \
  /* only as {text} of `unless`: elsewhere they are no sentences, and in some languages say the opposite */ \
  TEXT(if_non_commercial, "you sell what you build") \
  TEXT(if_research_only, "you need it for more than research") \
  TEXT(if_no_redistribution, "you pass it on to others") \
  TEXT(if_seats, "you outgrow its seats") \
  TEXT(if_region, "you are outside its region") \
  TEXT(publisher, "The publisher") \
  TEXT(their_pick, "{text} picks {name}.") \
  TEXT(their_none, "{text} picks none of them.") \
  TEXT(choose_if, "{name}, if {text}") \
  TEXT(our_reading, "Computed from the reviews") \
  TEXT(differs, "This differs from the publisher\u2019s pick.") \
  TEXT(agrees, "This agrees with the publisher\u2019s pick.") \
  /* why */ \
  COUNT(dominance, "No reviewer prefers {other}; {n} of {of} prefers {name}.", \
                   "No reviewer prefers {other}; {n} of {of} prefer {name}.") \
  COUNT(majority, "{n} of {of} reviewers prefers {name} to {other}.", \
                  "{n} of {of} reviewers prefer {name} to {other}.") \
  TEXT(beats_all, "{name} is preferred to each of the {n} others that qualify.") \
  TEXT(only_eligible, "Only {name} qualifies.") \
  COUNT(panel_share, "{n} of {of} ship-or-skip verdicts is for {name}.", \
                     "{n} of {of} ship-or-skip verdicts are for {name}.") \
  TEXT(level_none, "Reviewers of both rate {name} and {other} the same.") \
  TEXT(level, "{n} of {of} prefer {name}, and as many prefer {other}.") \
  TEXT(cycle, "Each that qualifies is beaten by another.") \
  TEXT(fragile, "The lead of {name} over {other} hangs on one reviewer.") \
  TEXT(share_fragile, "That {name} qualifies hangs on one reviewer.") \
  TEXT(few_deciders, "Only one reviewer prefers {name}; nobody prefers {other}.") \
  TEXT(no_overlap, "No reviewer judged both {name} and {other}.") \
  TEXT(disjoint_jobs, "Those in question do different jobs.") \
  TEXT(below_half, "{n} of {of} ship-or-skip verdicts for it") \
  TEXT(no_share, "no ship or skip verdict") \
  /* keep in mind */ \
  TEXT(released, "released") \
  TEXT(announced, "announced, not released") \
  TEXT(unconfirmed, "release unconfirmed") \
  TEXT(discontinued, "discontinued") \
  TEXT(status_unknown, "status unknown") \
  TEXT(status_disputed, "status disputed") \
  TEXT(disputed, "disputed") \
  TEXT(would_lead, "If {name} were released, it would be the answer.") \
  TEXT(would_not_change, "If {name} were released, the answer would stay.") \
  TEXT(would_unsettle, "If {name} were released, the answer would change.") \
  TEXT(own_product, "the publisher\u2019s own product") \
  TEXT(affiliate, "affiliate link") \
  TEXT(sponsored, "sponsored") \
  TEXT(gifted, "given to the publisher") \
  TEXT(few_reviewers, "fewer than three ship-or-skip verdicts") \
  TEXT(other_job, "does another job") \
  TEXT(all_ai, "Every reviewer is an AI persona.") \
  TEXT(old_price, "price checked over 90 days ago") \
  /* limits, in the codes' order */ \
  TEXT(limit_non_commercial, "no commercial use") \
  TEXT(limit_research_only, "research only") \
  TEXT(limit_no_redistribution, "no redistribution") \
  TEXT(limit_seats, "limited seats") \
  TEXT(limit_region, "limited regions") \
  TEXT(limit_quota, "limited amount") \
  TEXT(limit_time, "limited time") \
  TEXT(limit_other, "limited") \
  /* what would change it */ \
  TEXT(more, "More about this answer") \
  TEXT(keep_in_mind, "Keep in mind") \
  TEXT(changes, "What would change this") \
  TEXT(then, " \u2192 ") \
  TEXT(if_released, "{name} is released") \
  TEXT(if_lifted, "{name} drops its limit: ") \
  TEXT(if_matters, "This matters to you: ") \
  TEXT(if_not_matters, "This does not matter to you: ") \
  TEXT(if_reviewer, "{other} on {name}: ") \
  TEXT(if_one_more, "One more review of {name}: ") \
  TEXT(matters_to_you, "Does it matter to you?") \
  /* the grid */ \
  TEXT(panel, "Panel") \
  TEXT(readers, "Readers") \
  TEXT(entry_price, "Entry price") \
  TEXT(your_vote, "Your vote") \
  TEXT(contender, "Contender") \
  COUNT(humans, "{n} person", "{n} people") \
  COUNT(ai_personas, "{n} AI persona", "{n} AI personas") \
  COUNT(labs, "{n} lab", "{n} labs") \
  COUNT(crowds, "{n} crowd", "{n} crowds") \
  COUNT(undeclared, "{n} reviewer", "{n} reviewers") \
  TEXT(no_reviewers, "no reviewers") \
  TEXT(n_mixed, "{n} mixed") \
  TEXT(n_abstain, "{n} without verdict") \
  TEXT(anyone, "anyone can vote") \
  TEXT(among, "among readers who voted here") \
  TEXT(not_collected, "Not collected") \
  TEXT(last_known, "last known counts") \
  TEXT(not_reachable, "Not reachable now") \
  TEXT(not_loaded, "Not loaded") \
  TEXT(no_votes, "No votes yet") \
  TEXT(after_vote, "Shown after you vote") \
  TEXT(counts, "{n} {text}, {of} {unit}") \
  TEXT(early, "early") \
  TEXT(how_sure, "How sure?") \
  COUNT(interval, "95% interval: {text} to {unit}, from {n} vote here.", \
                  "95% interval: {text} to {unit}, from {n} votes here.") \
  TEXT(be_first, "Be the first") \
  COUNT(badge_votes, "{n} vote", "{n} votes") \
  /* prices */ \
  TEXT(free, "Free") \
  TEXT(free_limited, "Free, limited") \
  TEXT(from, "from {text}") \
  TEXT(per, "per {text}") \
  TEXT(contact, "Contact") \
  TEXT(price_unknown, "price not known") \
  TEXT(not_comparable, "not comparable") \
  TEXT(missing, "a price is missing") \
  TEXT(on_request, "on request") \
  TEXT(different_rights, "not equivalent") \
  TEXT(different_kinds, "not free in the same way") \
  TEXT(not_stated, "not fully stated") \
  TEXT(several_rates, "several rates") \
  TEXT(different_units, "different units") \
  TEXT(same_amount, "the same") \
  TEXT(cheaper, "{name} is cheaper") \
  TEXT(price_pair, "{name} and {other}: {text}") \
  TEXT(prices_compared, "The prices compared") \
  TEXT(checked, "checked {text}") \
  TEXT(out_of_date, "may be out of date") \
  /* voting states, in the codes' order where one has words of its own */ \
  TEXT(state_not_voted, "A vote can be changed or taken back.") \
  TEXT(state_sending, "Sending \u2026") \
  TEXT(state_counted, "Counted. You can change it or take it back.") \
  TEXT(state_waiting, "Waiting to sync. Your vote is kept on this device.") \
  TEXT(state_refused, "Not counted: {text}.") \
  TEXT(voting_off, "Voting is off") \
  TEXT(state_local, "A private note: it stays on this device.") \
  TEXT(state_closed, "Voting is closed.") \
  TEXT(state_not_open, "Voting has not opened yet.") \
  TEXT(state_forgetting, "Withdrawing your votes \u2026") \
  TEXT(state_forgotten, "Withdrawn and erased. Nothing of your votes is left on this device.") \
  TEXT(state_not_forgotten, "Your votes cannot be withdrawn just now. Nothing was erased.") \
  TEXT(state_closed_on, "Voting closed on {text}.") \
  TEXT(state_opens_on, "Voting opens on {text}.") \
  TEXT(closes_on, "Voting closes on {text}.") \
  TEXT(retry, "Try again") \
  TEXT(refused_closed, "voting is closed") \
  TEXT(refused_early, "voting has not opened yet") \
  TEXT(refused_definition, "the question has changed; reload the page") \
  TEXT(refused_unknown, "there is no such vote here") \
  TEXT(refused_busy, "votes cannot be stored just now") \
  TEXT(refused_other, "the feed does not accept it") \
  /* the scorecard */ \
  TEXT(scorecard, "Reviewer scorecard") \
  TEXT(nobody_prefers, "Nobody prefers {name}.") \
  COUNT(list_prefers, "{text} prefers {name}.", "{text} prefer {name}.") \
  COUNT(many_prefer, "{n} reviewer prefers {name}.", "{n} reviewers prefer {name}.") \
  COUNT(rate_same, "{n} reviewer rates both the same.", "{n} reviewers rate both the same.") \
  TEXT(survives, "Without any one of them {name} still leads.") \
  TEXT(hangs, "Without one of them {name} no longer leads.") \
  TEXT(over, "{name} over {other}: {n} to {of}.") \
  TEXT(decides, "decides") \
  TEXT(human, "Person") \
  TEXT(ai_persona, "AI persona") \
  TEXT(lab, "Lab") \
  TEXT(crowd, "Crowd") \
  COUNT(record, "{of} of {n} review positive", "{of} of {n} reviews positive") \
  TEXT(read_in_full, "Read {name} in full") \
  TEXT(read_source, "Source") \
  TEXT(link_review, "Link to the verdicts by {name}") \
  TEXT(together, "Agreement") \
  TEXT(unanimous, "unanimous") \
  TEXT(single, "one verdict") \
  /* details */ \
  TEXT(about, "The contenders") \
  TEXT(formerly, "formerly {text}") \
  TEXT(best_for, "Best for") \
  TEXT(not_for, "Not for") \
  TEXT(pros, "For") \
  TEXT(cons, "Against") \
  TEXT(facts, "The facts") \
  TEXT(differences_only, "Differences only") \
  TEXT(price, "Price") \
  TEXT(license, "Licence") \
  TEXT(limits, "Limits") \
  TEXT(status, "Status") \
  TEXT(links, "Links") \
  TEXT(official, "Official site") \
  TEXT(responses, "Replies from the makers") \
  TEXT(history, "What changed here") \
  /* the footer */ \
  TEXT(by_personas, "Panel verdicts by AI personas") \
  TEXT(written_by, "By {text}") \
  TEXT(published_by, "Published by ") \
  TEXT(published_on, "Published {text}") \
  TEXT(changed_on, "Changed {text}") \
  TEXT(counted_on, "Votes counted {text}") \
  TEXT(undated, "Prices not dated") \
  TEXT(method, "How this is computed") \
  TEXT(corrections, "Report an error") \
  TEXT(discuss, "Discuss") \
  TEXT(link_comparison, "Link to this comparison") \
  TEXT(forget_votes, "Forget my votes on this site") \
  TEXT(see_page, "Open and vote on the page") \
  TEXT(next, "More comparisons")
// clang-format on
