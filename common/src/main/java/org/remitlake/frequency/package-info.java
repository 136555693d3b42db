/**
 * How much and how often is money sent (family B of the catalogue)?
 *
 * <p>Start with {@link org.remitlake.frequency.Frequency}. Persons are counted within a provider
 * unless hashes are linked, so counts over providers are upper bounds.
 */
package org.remitlake.frequency;
