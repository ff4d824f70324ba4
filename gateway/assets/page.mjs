// What scripts add to pages that already work without them: focus on the error summary, no double taps, a count of characters left, a code typed by a camera.
import { Button, CharacterCount, ErrorSummary, createAll } from "govuk-frontend";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
for (const part of [ErrorSummary, Button, CharacterCount]) createAll(part);

// A card's square brings its code behind a #, which no server is told: it goes into the field, and out of the address.
const code = location.pathname === "/activate" && document.getElementById("f-code");
if (code && location.hash.length > 1) {
  code.value = decodeURIComponent(location.hash.slice(1));
  history.replaceState(null, "", location.pathname);
  document.getElementById("f-last_four").focus();
}

// What is told while somebody writes never makes the form shorter: at the page's end all of it would move under the thumb.
const written = document.getElementById("live")?.closest("form");
if (written) document.addEventListener("htmx:before:swap", () => (written.style.minHeight = `${written.offsetHeight}px`));
