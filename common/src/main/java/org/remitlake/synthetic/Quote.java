package org.remitlake.synthetic;

import java.time.LocalDate;
import org.remitlake.time.Quarter;

/**
 * A price told to a shopper. Amounts in hundredths, rates in millionths, percentages in
 * ten-thousandths of a percent point.
 *
 * @param id unique
 * @param quarter it is collected for
 * @param day of collection
 * @param corridor from where to where
 * @param offer the service
 * @param tier dollars, 200 or 500
 * @param send the amount asked for
 * @param fee in the send currency
 * @param appliedRate told, or the interbank rate where none is told
 * @param interbankRate the receive country's bank's rate of the day
 * @param margin percent
 * @param total percent, fee and margin
 */
record Quote(
    String id,
    Quarter quarter,
    LocalDate day,
    Corridor corridor,
    Offer offer,
    int tier,
    long send,
    long fee,
    long appliedRate,
    long interbankRate,
    long margin,
    long total) {}
