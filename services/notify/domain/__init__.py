"""Which events are told, to whom, and with which facts: pure.

| cause (the event's type without version) | told to | facts, each a string |
|---|---|---|
| homework.published | every guardian of the class's pupils | class_id, subject, day, kind, place, minutes |
| homework.corrected | the same | class_id, subject, day, kind, place, minutes |
| homework.withdrawn | the same | class_id, subject, day |
| enrolment.application_submitted | the class's head teachers | class_id, pupil_id, offerings, first_day |
| enrolment.application_returned | the child's guardians | class_id, pupil_id, kinds |
| enrolment.approval_due | whom the event names | class_id, pupil_id, kind, overdue |
| enrolment.application_handed | whom the event names | class_id, pupil_id, kind, how |
| enrolment.application_decided | the child's guardians | class_id, pupil_id, decision, kinds |
| enrolment.place_given | the child's guardians | class_id, pupil_id, offering_id, kind, from_line |
| enrolment.place_waiting | the child's guardians | class_id, pupil_id, offering_id, kind, line_position |
| enrolment.programme_announced | every guardian of the school's pupils | first_day, opens_at, closes_on |

`day`, `first_day` and `closes_on` are dates (2026-09-01), `opens_at` is a moment,
`minutes`, `offerings` (how many are asked for) and `line_position` are whole
numbers, `from_line` and `overdue` are true or false, `kinds` are joined by commas, the rest are the ids and codes of
the event. What the event leaves open is left out. Words are made of them where a page is made; nothing here is a name
(N4).
"""
