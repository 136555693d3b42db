/**
 * What is a column, and what must a table or a delivery hold?
 *
 * <p>Start with {@link org.remitlake.contract.TableContract} (a table of the lake) and {@link
 * org.remitlake.contract.DeliveryContract} (what a partner sends). Nothing here reads or writes.
 */
package org.remitlake.contract;
