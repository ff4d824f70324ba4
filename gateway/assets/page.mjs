// What scripts add to pages that already work without them: focus on the error summary, no double taps, a count of characters left.
import { Button, CharacterCount, ErrorSummary, createAll } from "govuk-frontend";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
for (const part of [ErrorSummary, Button, CharacterCount]) createAll(part);
