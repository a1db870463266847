/**
 * A valid record without content.
 * @param {string} sha256
 */
export function emptyRecord(sha256) {
  const pages = { first: 1, last: 1, of: 1, annex: [] };
  return {
    schemaVersion: "1.1",
    source: {
      file: `${sha256}.txt`,
      sha256,
      bytes: 1,
      mediaType: "text/plain",
      pages,
      text: "plain-text",
      engine: null,
    },
    status: "ok",
    memo: {
      kind: "Sonstiges",
      confidential: null,
      authority: null,
      office: null,
      recipient: null,
      fileReference: null,
      date: null,
      references: [],
      subject: null,
      salutation: null,
      introduction: null,
      reportStatus: null,
      items: [],
      nextReview: null,
      closing: null,
      signatures: [],
      attachments: [],
    },
    evidence: {},
    corrections: [],
    diagnostics: [],
  };
}
