/**
 * What would partners have delivered, had people and prices behaved as the catalogue's §11 says?
 *
 * <p>Start with {@link org.remitlake.synthetic.Population} (the pure model) and {@link
 * org.remitlake.synthetic.Deliveries} (the model as files). The number of transfers asked for is an
 * expectation: senders are Poisson processes with gamma rates. Nothing here reads the clock, a
 * default zone, locale or charset, and every number follows from a {@link
 * org.remitlake.synthetic.Request} alone. Nothing but tests and the generate job may depend on it:
 * no indicator may know how its test data came about.
 */
package org.remitlake.synthetic;
