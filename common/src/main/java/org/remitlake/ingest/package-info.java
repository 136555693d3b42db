/**
 * How does a partner's file become rows of silver, with nothing lost and nothing counted twice?
 *
 * <p>Start with {@link org.remitlake.ingest.Ingest}. {@code file} turns bytes into text rows of a
 * contract (bronze); {@code rule} turns text into typed, judged rows; this package settles them in
 * silver, quarantine and {@code ops.file}. It must not compute an indicator.
 */
package org.remitlake.ingest;
