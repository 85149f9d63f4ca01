// Pages work without this; it adds what the design system adds (focus on the error summary, no double send).
import { initAll } from "./built/govuk-frontend.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();
