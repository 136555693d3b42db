/**
 * A new partner's file has come: what would its profile be, and how sure is that?
 *
 * <p>Start with {@link org.remitlake.ingest.proposal.Proposal}. It looks at a bounded beginning of
 * the file in plain Java, without a session; it names columns and code words, never another cell.
 */
package org.remitlake.ingest.proposal;
