/**
 * What does a questionnaire ask, and what do its codes mean?
 *
 * <p>Start with {@link org.remitlake.ingest.form.XlsForm}: an XLSForm as a code book. Plain Java,
 * without a session; it reads forms, never answers.
 */
package org.remitlake.ingest.form;
