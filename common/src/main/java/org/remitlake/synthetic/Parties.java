package org.remitlake.synthetic;

import java.io.Serializable;

/**
 * Who sent to whom.
 *
 * @param sender key of the sender's pseudonym, unique within the provider
 * @param beneficiary key of the beneficiary's pseudonym, unique within the provider
 * @param senderSex F, M or U
 * @param senderAge age band as in the catalogue's contract 1
 * @param senderNationality ISO 3166-1 alpha-3
 * @param beneficiarySex F, M or U
 * @param region of the beneficiary, ISO 3166-2
 * @param purpose what for
 * @param relocation sent by a person who moved home with the household's money, not by a worker:
 *     known to the model only, never delivered
 */
public record Parties(
    long sender,
    long beneficiary,
    String senderSex,
    String senderAge,
    String senderNationality,
    String beneficiarySex,
    String region,
    Purpose purpose,
    boolean relocation)
    implements Serializable {

  /** Purposes the model draws. */
  public enum Purpose {
    /** Daily life of the family. */
    FAMILY_SUPPORT,
    /** School and university. */
    EDUCATION,
    /** Doctors and medicine. */
    MEDICAL,
    /** Put aside. */
    SAVINGS,
    /** Credit paid back. */
    LOAN_REPAYMENT,
    /** House and land. */
    PROPERTY,
    /** Feasts. */
    GIFT,
    /** Anything else. */
    OTHER
  }

  /** 64 hexadecimal characters. */
  public String senderPid() {
    return Pids.text(sender);
  }

  /** 64 hexadecimal characters. */
  public String beneficiaryPid() {
    return Pids.text(beneficiary);
  }

  /** FAMILY, SELF or OTHER. */
  public String relationship() {
    if (relocation) {
      return "SELF";
    }
    return purpose == Purpose.OTHER ? "OTHER" : "FAMILY";
  }
}
