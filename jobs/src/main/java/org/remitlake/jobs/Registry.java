package org.remitlake.jobs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.remitlake.cost.PaidCost;
import org.remitlake.cost.PaidMarket;
import org.remitlake.cost.QuotedCost;
import org.remitlake.cost.QuotedMarket;
import org.remitlake.cost.SecondSource;
import org.remitlake.cost.Smart;
import org.remitlake.cost.StandardisedCost;
import org.remitlake.cost.WeightedCost;
import org.remitlake.cost.WeightedCostSource;
import org.remitlake.evaluation.Plan;
import org.remitlake.frequency.Adjusted;
import org.remitlake.frequency.Economy;
import org.remitlake.frequency.EconomySource;
import org.remitlake.frequency.Frequency;
import org.remitlake.frequency.Loyalty;
import org.remitlake.frequency.MonthSeason;
import org.remitlake.frequency.MonthlyVolume;
import org.remitlake.frequency.OfficialVolume;
import org.remitlake.frequency.RealVolume;
import org.remitlake.frequency.RealVolumeSource;
import org.remitlake.frequency.Rhythm;
import org.remitlake.frequency.RhythmSource;
import org.remitlake.frequency.Season;
import org.remitlake.frequency.SeasonSource;
import org.remitlake.household.HouseholdSource;
import org.remitlake.indicator.Derivation;
import org.remitlake.indicator.Indicator;
import org.remitlake.indicator.IndicatorRun;
import org.remitlake.indicator.QuoteIndicator;
import org.remitlake.indicator.QuoteSource;
import org.remitlake.indicator.TransferIndicator;
import org.remitlake.indicator.TransferSource;
import org.remitlake.indicator.ValueSource;
import org.remitlake.lake.Lake;
import org.remitlake.savings.AccountIndicator;
import org.remitlake.savings.AccountSource;
import org.remitlake.savings.AccountUse;
import org.remitlake.savings.AccountUseSource;
import org.remitlake.savings.ComplaintSource;
import org.remitlake.savings.ComplaintTime;
import org.remitlake.savings.Conversion;
import org.remitlake.savings.ConversionSource;
import org.remitlake.savings.Credit;
import org.remitlake.savings.CreditSource;
import org.remitlake.savings.Deposit;
import org.remitlake.savings.DepositSource;
import org.remitlake.savings.Funnel;
import org.remitlake.savings.FunnelSource;
import org.remitlake.savings.FunnelTime;
import org.remitlake.savings.Intermediation;
import org.remitlake.savings.IntermediationSource;
import org.remitlake.savings.PartnerFinance;
import org.remitlake.savings.PartnerFinanceSource;
import org.remitlake.savings.Payout;
import org.remitlake.savings.PilotCost;
import org.remitlake.savings.PilotCostSource;
import org.remitlake.savings.PooledFund;
import org.remitlake.savings.PooledFundSource;
import org.remitlake.savings.Supply;
import org.remitlake.savings.SupplySource;
import org.remitlake.savings.UptakeSource;
import org.remitlake.time.Quarter;

/** All families of indicators: a new family is one more line. */
final class Registry {
  private Registry() {}

  static List<TransferIndicator> ofTransfers() {
    List<TransferIndicator> all = new ArrayList<>();
    all.addAll(Arrays.asList(PaidCost.values()));
    all.addAll(Arrays.asList(PaidMarket.values()));
    all.addAll(Arrays.asList(StandardisedCost.values()));
    all.addAll(Arrays.asList(SecondSource.values()));
    all.addAll(Arrays.asList(Frequency.values()));
    all.addAll(Arrays.asList(MonthlyVolume.values()));
    all.addAll(Arrays.asList(OfficialVolume.values()));
    all.addAll(Arrays.asList(Payout.values()));
    return all;
  }

  static List<QuoteIndicator> ofQuotes() {
    List<QuoteIndicator> all = new ArrayList<>(List.of(QuotedCost.values()));
    all.addAll(List.of(QuotedMarket.values()));
    return all;
  }

  static List<Indicator> all() {
    List<Indicator> all = new ArrayList<>(ofTransfers());
    all.addAll(Arrays.asList(Rhythm.values()));
    all.addAll(Arrays.asList(Loyalty.values()));
    all.addAll(Arrays.asList(RealVolume.values()));
    all.addAll(Arrays.asList(Season.values()));
    all.addAll(Arrays.asList(MonthSeason.values()));
    all.addAll(Arrays.asList(Adjusted.values()));
    all.addAll(Arrays.asList(Economy.values()));
    all.addAll(Arrays.asList(Conversion.values()));
    all.addAll(ofQuotes());
    all.addAll(Arrays.asList(WeightedCost.values()));
    all.addAll(Arrays.asList(AccountIndicator.values()));
    all.addAll(Arrays.asList(AccountUse.values()));
    all.addAll(Arrays.asList(Funnel.values()));
    all.addAll(Arrays.asList(FunnelTime.values()));
    all.addAll(Arrays.asList(PilotCost.values()));
    all.addAll(Arrays.asList(Supply.values()));
    all.addAll(Arrays.asList(ComplaintTime.values()));
    all.addAll(Arrays.asList(PartnerFinance.values()));
    all.addAll(Arrays.asList(Deposit.values()));
    all.addAll(Arrays.asList(Credit.values()));
    all.addAll(Arrays.asList(Intermediation.values()));
    all.addAll(Arrays.asList(PooledFund.values()));
    all.addAll(HouseholdSource.all());
    return all;
  }

  /** Where the values of waves of surveys come from; surveys of planned pilots are left out. */
  static List<ValueSource> ofWaves(Lake lake, List<Plan> plans) {
    return List.of(new HouseholdSource(lake, plans.stream().map(Plan::pilot).toList()));
  }

  /** Where the values of quarters come from. */
  static List<ValueSource> ofQuarters(Lake lake, Config config) {
    return List.of(
        new TransferSource(lake, ofTransfers(), config.corridors(), config.breakdowns(), Smart::of),
        new RhythmSource(lake),
        new EconomySource(lake),
        new ConversionSource(lake),
        new QuoteSource(lake, ofQuotes()),
        new AccountSource(lake),
        new AccountUseSource(lake),
        new UptakeSource(lake),
        new FunnelSource(lake, config.daysOff()),
        new PilotCostSource(lake),
        new SupplySource(lake),
        new ComplaintSource(lake),
        new PartnerFinanceSource(lake),
        new DepositSource(lake),
        new CreditSource(lake),
        new IntermediationSource(lake),
        new PooledFundSource(lake));
  }

  /** What follows from the values of quarters. */
  static List<Derivation> derived(Lake lake) {
    return List.of(
        RealVolumeSource.derivation(lake),
        SeasonSource.derivation(lake),
        WeightedCostSource.derivation(lake));
  }

  /** A run of quarters. */
  static IndicatorRun runOfQuarters(Lake lake, Config config) {
    return new IndicatorRun(lake, ofQuarters(lake, config), derived(lake), Quarter::isLabel);
  }
}
