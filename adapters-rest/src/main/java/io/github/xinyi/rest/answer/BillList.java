package io.github.xinyi.rest.answer;

import java.util.List;

/**
 * Bills and receipts of households, for themselves and for who keeps their accounts; never public.
 *
 * @param accounts one for each unit and payer
 * @since 0.1.0
 */
public record BillList(List<Account> accounts) implements Answer {

    /** Copies the list. */
    public BillList {
        accounts = List.copyOf(accounts);
    }

    /**
     * What one payer owes for one unit.
     *
     * @param unit the unit
     * @param payer {@code OWNERS} or {@code DEVELOPER}
     * @param openMinor still owed, in fen
     * @param creditMinor paid ahead, in fen
     * @param bills every bill that stands
     * @param receipts every receipt that stands
     */
    public record Account(
            String unit,
            String payer,
            long openMinor,
            long creditMinor,
            List<Bill> bills,
            List<Receipt> receipts) {

        /** Copies the lists. */
        public Account {
            bills = List.copyOf(bills);
            receipts = List.copyOf(receipts);
        }
    }

    /**
     * One bill.
     *
     * @param number its number
     * @param kind for example {@code PROPERTY_FEE}
     * @param month the first day of the month it is for
     * @param due the day on which it falls due
     * @param amountMinor in fen
     * @param paidMinor in fen
     * @param openMinor in fen
     */
    public record Bill(
            String number,
            String kind,
            String month,
            String due,
            long amountMinor,
            long paidMinor,
            long openMinor) {}

    /**
     * One receipt.
     *
     * @param number its number
     * @param day the day on which the money came
     * @param amountMinor in fen
     * @param bankLine the bank's number of the line
     */
    public record Receipt(String number, String day, long amountMinor, String bankLine) {}
}
