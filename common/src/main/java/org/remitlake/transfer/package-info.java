/**
 * What is a transfer: as partners deliver it (catalogue 9.1), and as silver holds it?
 *
 * <p>Start with {@link org.remitlake.transfer.Transfers} (delivered) and {@link
 * org.remitlake.transfer.Tx} (last known state). Nothing here knows rates or indicators.
 */
package org.remitlake.transfer;
