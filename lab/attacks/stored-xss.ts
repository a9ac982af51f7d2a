// Makes a naive chat page run a script that came as a message, and holds the escaping that makes it a text again.

// WEAK ON PURPOSE (question 11): the text goes as it came into what the page takes for HTML, so that a tag in it becomes
// an element, with its handlers, see lab/attacks/stored-xss.ts
/** A replica of a naive client's line for a message, as HTML. */
export function naiveHtml(user: string, text: string): string {
  return `<b>${user}</b> : ${text}`;
}

/**
 * A text as HTML that shows it, and means nothing else.
 * Source: WHATWG HTML "Parsing HTML documents": only `<` begins a tag and only `&` a character reference in a text; a quote
 * ends an attribute's value.
 */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A script in a tag of its own. It does not run in HTML that is assigned: the obvious filter stops the wrong thing. */
export function tagPayload(script: string): string {
  return `<script>${script}</script>`;
}

/** A script that runs as soon as an image without an address cannot be shown. @param script - without double quotes */
export function handlerPayload(script: string): string {
  return `<img src="" onerror="${script}">`;
}
