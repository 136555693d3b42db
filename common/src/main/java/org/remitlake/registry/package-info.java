/**
 * What was assigned to whom: pilots, arms, clusters, units, targets (contract 6), migrant
 * associations (6b) and their projects (6c), programme costs (8). Start at {@link
 * org.remitlake.registry.Pilots}. Must not: hold a plan of analysis; that is configuration.
 */
package org.remitlake.registry;
