package org.remitlake.synthetic;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.YearMonth;

/** The parameters of the model as the truth tells them, read from the code that uses them. */
final class ModelFacts {
  private static final int MONTHS = 12;

  private ModelFacts() {}

  static ObjectNode json(ObjectMapper mapper) {
    ObjectNode root = mapper.createObjectNode();
    for (Corridor corridor : Corridor.values()) {
      root.set(corridor.code(), corridor(mapper, corridor));
    }
    ObjectNode margins = root.putObject("margin_mean_pct");
    for (Tariff tariff : Tariff.values()) {
      margins.put(tariff.name(), tariff.marginMean());
    }
    ObjectNode breaks = root.putObject("breaks");
    breaks.put("payout_in_somoni", Breaks.PAYOUT_IN_SOMONI.toString());
    breaks.put("processing_centre_from", Breaks.PROCESSING_CENTRE.toString());
    breaks.put("processing_centre_end", Breaks.PROCESSING_CENTRE_END.toString());
    breaks.put("caps_exits_shares", Breaks.MARCH_2022.toString());
    breaks.put("relocation_per_worker_transfer", Breaks.RELOCATION);
    ObjectNode volumes = breaks.putObject("monthly_volume");
    for (int year = 2019; year <= 2022; year++) {
      for (int month = 1; month <= MONTHS; month++) {
        double volume = Breaks.volume(Corridor.RUS_TJK, YearMonth.of(year, month));
        if (volume < 1) {
          volumes.put(YearMonth.of(year, month).toString(), volume);
        }
      }
    }
    return root;
  }

  private static ObjectNode corridor(ObjectMapper mapper, Corridor corridor) {
    ObjectNode node = mapper.createObjectNode();
    node.put("weight", corridor.weight()).put("transfers_per_sender_year", corridor.yearlyMean());
    ObjectNode season = node.putObject("season");
    for (int month = 1; month <= MONTHS; month++) {
      season.put(Integer.toString(month), Season.factor(corridor, month));
    }
    ObjectNode shares = node.putObject("provider_share");
    YearMonth after = YearMonth.from(Breaks.MARCH_2022);
    for (Provider provider : Provider.values()) {
      shares
          .putObject(provider.name())
          .put("before_2022_03", Shares.provider(provider, corridor, after.minusMonths(1)))
          .put("from_2022_03", Shares.provider(provider, corridor, after));
    }
    ObjectNode cashless = node.putObject("cashless_payout");
    cashless.put("2008-2014", Shares.cashless(corridor, 2014));
    cashless.put("2015-2018", Shares.cashless(corridor, 2018));
    cashless.put("2019-2021", Shares.cashless(corridor, 2021));
    cashless.put("2022-2025", Shares.cashless(corridor, 2025));
    return node;
  }
}
