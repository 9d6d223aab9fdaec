package io.github.xinyi.trust.receivable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Which bill a payment pays first (冲抵顺序), for example {@link #NAMED_FIRST}.
 *
 * <p>Whatever the order in which bills and receipts are given, the result is the same: bills go by
 * due day and then by number, receipts by day and then by number. A late charge is paid only by a
 * receipt whose payer names it, never by credit. Source: Civil Code art. 560: the payer may say
 * which debt is paid unless agreed otherwise; unless said, what is due first comes first. That late
 * charges wait to be named is an interpretation, in favour of the owner (art. 561 lets parties
 * agree on the order).
 *
 * @since 0.1.0
 */
public enum AllocationRule {
    /** What the payer named, in the order named; then fees, the oldest due first. */
    NAMED_FIRST,
    /** Fees, the oldest due first; then late charges that the payer named. Fees are not named. */
    OLDEST_FIRST;

    private static final Comparator<OpenBill> BY_DUE =
            Comparator.comparing(OpenBill::due).thenComparing(OpenBill::number);

    private static final Comparator<UnspentReceipt> BY_DAY =
            Comparator.comparing(UnspentReceipt::day).thenComparing(UnspentReceipt::number);

    /**
     * A bill of which something is open.
     *
     * @param number the bill's number
     * @param kind what it is for
     * @param due the day on which it fell or falls due
     * @param openMinor what is open, in fen
     */
    public record OpenBill(String number, Charge.Kind kind, LocalDate due, long openMinor) {}

    /**
     * A receipt of which something is left.
     *
     * @param number the receipt's number
     * @param day the day on which the money came
     * @param unspentMinor what is left, in fen
     */
    public record UnspentReceipt(String number, LocalDate day, long unspentMinor) {}

    /**
     * Allocates receipts to bills.
     *
     * @param bills what is open, in any order
     * @param receipts what is left, in any order
     * @param named the numbers of bills that the payer named, in the payer's order
     * @param limitMinor the most that may be allocated in all, in fen; below 0 counts as 0
     * @return the allocations, by bill in the order of this rule and then by receipt
     */
    public List<Allocation> allocate(
            Collection<OpenBill> bills,
            Collection<UnspentReceipt> receipts,
            List<String> named,
            long limitMinor) {
        List<UnspentReceipt> sources = receipts.stream().sorted(BY_DAY).toList();
        List<Allocation> made = new ArrayList<>();
        long limit = Math.max(0, limitMinor);
        int source = 0;
        long left = sources.isEmpty() ? 0 : sources.get(0).unspentMinor();
        for (OpenBill bill : inOrder(bills, named)) {
            long open = bill.openMinor();
            while (open > 0 && limit > 0 && source < sources.size()) {
                long part = Math.min(Math.min(open, left), limit);
                if (part > 0) {
                    made.add(new Allocation(sources.get(source).number(), bill.number(), part));
                    open -= part;
                    left -= part;
                    limit -= part;
                }
                if (left == 0 && ++source < sources.size()) {
                    left = sources.get(source).unspentMinor();
                }
            }
        }
        return List.copyOf(made);
    }

    private List<OpenBill> inOrder(Collection<OpenBill> bills, List<String> named) {
        List<OpenBill> first =
                named.stream()
                        .flatMap(number -> bills.stream().filter(b -> b.number().equals(number)))
                        .toList();
        List<OpenBill> fees =
                bills.stream()
                        .filter(b -> b.kind().isFee() && !first.contains(b))
                        .sorted(BY_DUE)
                        .toList();
        List<OpenBill> all = new ArrayList<>(this == NAMED_FIRST ? first : fees);
        all.addAll(this == NAMED_FIRST ? fees : first);
        return all;
    }

    boolean lets(Charge.Kind beNamed) {
        return this == NAMED_FIRST || !beNamed.isFee();
    }
}
