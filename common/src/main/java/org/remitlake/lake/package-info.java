/**
 * Where do tables live, and how are they written so that a rerun changes nothing?
 *
 * <p>Start with {@link org.remitlake.lake.Lake}, the only class that names Delta. It knows
 * contracts, never what is in them.
 */
package org.remitlake.lake;
