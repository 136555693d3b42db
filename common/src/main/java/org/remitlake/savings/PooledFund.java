package org.remitlake.savings;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Indicator;

/**
 * Migrant associations, their pooled funds and projects (catalogue 6.6): a register of all, so that
 * nothing is weighted. Above and below the line are expressions over a row of the register, or of a
 * project in a quarter.
 */
public enum PooledFund implements Indicator {
  /** Associations that work. */
  D51(
      "_T",
      "assoc_active_n",
      "Active associations",
      Unit.NUMBER,
      Direction.UP,
      "With a minuted meeting and accounts in the twelve months to quarter end; more are registered.",
      "if(has_meeting_12m and has_accounts_12m, 1, if(not has_meeting_12m or not has_accounts_12m, 0, null))",
      ""),
  /** Money received. */
  D52(
      "_T",
      "pooled_fund_lcu",
      "Pooled contributions",
      Unit.LCU,
      Direction.UP,
      "Received in the quarter from members, diaspora, partners and the state, where all four are told;"
          + " pledges and goods are not in it.",
      "contributions_members + contributions_diaspora + contributions_partner + contributions_public",
      ""),
  /** From members. */
  D52_MEMBERS("members", "members", "contributions_members"),
  /** From others abroad. */
  D52_DIASPORA("diaspora", "the diaspora", "contributions_diaspora"),
  /** From the programme. */
  D52_PARTNER("partner", "partners", "contributions_partner"),
  /** From the state. */
  D52_PUBLIC("public", "the state", "contributions_public"),
  /** Goods. */
  D52_IN_KIND("in kind", "all, in kind", "in_kind_value"),
  /** Per member. */
  D53(
      "_T",
      "contribution_per_member",
      "Contribution per member",
      Unit.LCU,
      Direction.UP,
      "What members paid in the quarter over members at its end, those who paid nothing among them.",
      "contributions_members",
      "members"),
  /** Payers. */
  D54(
      "_T",
      "contribution_rate",
      "Members paying",
      Unit.PERCENT,
      Direction.UP,
      "Members who paid at least once in twelve months, of members at quarter end.",
      "100 * paying_members_12m",
      "members"),
  /** Matching. */
  D55(
      "_T",
      "match_ratio",
      "Matching per unit contributed",
      Unit.RATIO,
      Direction.UP,
      "Money of partners and the state over members' money, as received in the quarter.",
      "contributions_partner + contributions_public",
      "contributions_members"),
  /** Projects. */
  D56(
      "_T",
      "projects_completed_n",
      "Projects completed",
      Unit.NUMBER,
      Direction.UP,
      "With signed acceptance in the quarter; a project of two associations counts once.",
      "if(is_accepted_now, 1, 0)",
      ""),
  /** Their rate. */
  D56_RATE(
      "rate",
      "completion_rate",
      "Completion of projects due",
      Unit.PERCENT,
      Direction.UP,
      "Of projects due by quarter end, those accepted by then.",
      "if(is_accepted, 100, 0)",
      "1"),
  /** Persons served. */
  D57(
      "_T",
      "beneficiaries_reached",
      "Beneficiaries of projects",
      Unit.PERSONS,
      Direction.UP,
      "Persons served by projects accepted in the quarter, by list or estimate; catchments are never"
          + " added, and are counted as left out.",
      "if(beneficiaries_method in ('LIST', 'ESTIMATE'), beneficiaries, null)",
      ""),
  /** Overheads. */
  D58(
      "_T",
      "fund_cost_ratio",
      "Fund overhead",
      Unit.PERCENT,
      Direction.DOWN,
      "Running costs over all that was spent in the quarter.",
      "100 * overheads",
      "outflows"),
  /** Governance. */
  D59(
      "_T",
      "governance_score",
      "Governance score",
      Unit.NUMBER,
      Direction.UP,
      "Mean over associations of one point each for written rules, an elected board, published"
          + " accounts, an external audit and a woman on the board.",
      "int(has_rules) + int(has_elected_board) + int(has_published_accounts) + int(has_audit)"
          + " + int(has_woman_on_board)",
      "1");

  private static final int LEAST_ASSOCIATIONS = 10;

  private final Definition definition;
  private final String over;
  private final String under;

  PooledFund(
      String variant,
      String key,
      String title,
      Unit unit,
      Direction better,
      String note,
      String over,
      String under) {
    this.definition = new Definition(variant, key, title, unit, better, note, LEAST_ASSOCIATIONS);
    this.over = over;
    this.under = under;
  }

  PooledFund(String variant, String source, String over) {
    this(
        variant,
        "pooled_fund_lcu",
        "Pooled contributions of " + source,
        Unit.LCU,
        Direction.UP,
        "Received in the quarter.",
        over,
        "");
  }

  @Override
  public String basis() {
    return "adm";
  }

  @Override
  public Definition definition() {
    return definition;
  }

  /** What a row adds above the line; null where it does not tell. */
  String over() {
    return over;
  }

  /** Below the line; empty for sums. */
  String under() {
    return under;
  }

  /** Which rows it is of. */
  String concerns() {
    return this == D56_RATE ? "is_due" : this == D57 ? "is_accepted_now" : "true";
  }

  /** Whether its rows are projects and not associations. */
  boolean isOfProjects() {
    return id().equals("D56") || id().equals("D57");
  }
}
