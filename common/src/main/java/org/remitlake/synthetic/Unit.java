package org.remitlake.synthetic;

import java.io.Serializable;
import org.remitlake.time.Quarter;

/**
 * One provider's transfers of one quarter and one range of its senders: the piece that is computed,
 * and delivered, alone.
 *
 * @param provider whose
 * @param quarter by pricing date, that is the day of initiation in the send country
 * @param part 1 to {@code parts}
 * @param parts into how many pieces the provider's quarter is cut
 * @param firstSender first sender number
 * @param endSender the number after the last sender
 */
public record Unit(
    Provider provider, Quarter quarter, int part, int parts, long firstSender, long endSender)
    implements Serializable {}
