#!/usr/bin/env python3
"""Computes the expected totals of the sample data from its raw files alone.

It shares no code with the generator. Money is in whole fen, area in whole 0.01 m2, and each
threshold is compared by cross-multiplication. A broken rule stops the program.

    totals.py            writes expected.json into each data set
    totals.py --check    exits with status 1 if a committed expected.json differs
"""

import csv
import hashlib
import io
import json
import sys
import zipfile
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

HERE = Path(__file__).resolve().parent
JOINT_FUNDS = ("SERVICE_FUND", "PUBLIC_INCOME", "DEPOSITS")


class Problem(Exception):
    pass


def require(condition, message, *seen):
    if not condition:
        raise Problem(message + (": %r" % (seen,) if seen else ""))


def read(folder, name):
    raw = (folder / name).read_bytes()
    require(not raw.startswith(b"\xef\xbb\xbf") and b"\r" not in raw, "UTF-8, LF, no BOM", name)
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8"), newline=""), strict=True))
    for row in rows:
        require(len(row) == len(rows[0]), "same number of cells in each row", name, row)
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def hundredths(text):
    """The whole number of hundredths in a text such as 133.65."""
    require(len(text) > 3 and text[-3] == ".", "exactly two decimals", text)
    return int(Decimal(text).scaleb(2).to_integral_exact())


def at(text):
    return datetime.fromisoformat(text)


def day(text):
    return date.fromisoformat(text)


def unique(rows, column):
    values = [row[column] for row in rows]
    require(len(set(values)) == len(values), "unique " + column)
    return {row[column]: row for row in rows}


def ordered(counter):
    return {key: counter[key] for key in sorted(counter)}


class Community:
    FILES = ("units", "ballots", "tariffs", "bills", "receipts", "public_income", "reports",
             "expenses", "vouchers", "keyholders", "budget", "opening", "remuneration", "bank")

    def __init__(self, folder):
        self.folder = folder
        self.about = json.loads((folder / "community.json").read_text(encoding="utf-8"))
        self.rows = {name: read(folder, name + ".csv") for name in self.FILES}
        self.unit = unique(self.rows["units"], "房号")
        self.developer = self.about["developerId"]
        self.result = {"rows": {name + ".csv": len(self.rows[name]) for name in self.FILES}}

    def compute(self):
        self.roster()
        self.ballots()
        self.bills()
        self.fees()
        self.public_income()
        self.keys()
        self.expenses()
        self.vouchers()
        self.remuneration()
        self.cash()
        self.statements()
        return self.result

    # ------------------------------------------------ decisions

    def holder(self, unit):
        owners = frozenset(unit["业主编号"].split(";"))
        if unit["交付状态"] in ("未售", "已售未交付") or owners == {self.developer}:
            return frozenset([self.developer])
        return owners

    def roster(self):
        use, area, status = Counter(), Counter(), Counter()
        for unit in self.rows["units"]:
            use[unit["用途"]] += 1
            status[unit["交付状态"]] += 1
            area[unit["用途"]] += hundredths(unit["专有部分面积"])
            require(unit["交付状态"] != "未售" or unit["业主编号"] == self.developer,
                    "an unsold unit is the developer's", unit)
            require(len(unit["业主编号"].split(";")) == len(unit["业主"].split(";")),
                    "as many names as owners", unit)
        self.counted = {n: u for n, u in self.unit.items() if u["用途"] != "车位"}
        held = defaultdict(list)
        for number, unit in self.counted.items():
            held[self.holder(unit)].append(number)
        self.total_area = sum(hundredths(u["专有部分面积"]) for u in self.counted.values())
        self.total_heads = len(held)
        own = held[frozenset([self.developer])]
        self.result["roster"] = {
            "unitsCounted": len(self.counted),
            "parkingUnits": use["车位"],
            "areaHundredths": self.total_area,
            "heads": self.total_heads,
            "unitsByUse": ordered(use),
            "areaHundredthsByUse": ordered(area),
            "unitsByStatus": ordered(status),
            "developerUnitsCounted": len(own),
            "developerAreaHundredths": sum(hundredths(self.unit[n]["专有部分面积"]) for n in own),
            "holdersOfSeveralUnits": sum(1 for units in held.values() if len(units) > 1),
            "coOwnedUnitsCounted": sum(1 for u in self.counted.values() if ";" in u["业主编号"]),
        }

    def fault(self, ballot, opens, closes):
        """Why a whole ballot is invalid, or None."""
        unit = self.unit.get(ballot["房号"])
        if unit is None:
            return "UNKNOWN_UNIT"
        if unit["用途"] == "车位":
            return "PARKING_UNIT"
        if ballot["签名"] != "是":
            return "NOT_SIGNED"
        holder = self.holder(unit)
        if ballot["表决人编号"] not in holder:
            return "NOT_AN_OWNER"
        if at(ballot["收到时间"]) < opens:
            return "TOO_EARLY"
        if at(ballot["收到时间"]) > closes:
            return "TOO_LATE"
        return None

    def ballots(self):
        meeting = self.about["meeting"]
        opens, closes = at(meeting["opensAt"]), at(meeting["closesAt"])
        motions = [m["id"] for m in meeting["motions"]]
        channels = {"纸质": 0, "线上": 1, "现场": 2}
        unique(self.rows["ballots"], "票号")
        require(all(b["渠道"] != "线上" or b["签名"] == "是" for b in self.rows["ballots"]),
                "an online ballot is always signed")
        invalid, effective = Counter(), {}
        identical = different = 0
        faults = {}
        for ballot in sorted(self.rows["ballots"], key=lambda b: (
                at(b["收到时间"]), channels[b["渠道"]], b["票号"])):
            fault = self.fault(ballot, opens, closes)
            if fault:
                invalid[fault] += 1
                faults[ballot["票号"]] = fault
            elif ballot["房号"] not in effective:
                effective[ballot["房号"]] = ballot
            elif all(ballot[m] == effective[ballot["房号"]][m] for m in motions):
                identical += 1
            else:
                different += 1
        self.result["ballots"] = {
            "total": len(self.rows["ballots"]),
            "effective": len(effective),
            "identicalRepeats": identical,
            "differentRepeats": different,
            "invalid": sum(invalid.values()),
            "invalidByReason": ordered(invalid),
            "invalidBallots": ordered(faults),
            "effectiveByChannel": ordered(Counter(b["渠道"] for b in effective.values())),
        }
        require(len(effective) + identical + different + sum(invalid.values())
                == len(self.rows["ballots"]), "each ballot counted once")
        self.result["motions"] = {
            motion["id"]: self.motion(motion, effective) for motion in meeting["motions"]}

    def motion(self, motion, effective):
        blank = two_options = 0
        answers = defaultdict(list)
        area = Counter()
        for number, ballot in effective.items():
            answer = ballot[motion["id"]]
            if answer == "":
                blank += 1
                continue
            if answer not in ("同意", "反对", "弃权"):
                require(";" in answer, "known answer", answer)
                two_options += 1
                continue
            holder = self.holder(self.unit[number])
            answers[holder].append(answer)
            area[holder] += hundredths(self.unit[number]["专有部分面积"])
        yes = [h for h, given in answers.items() if set(given) == {"同意"}]
        part_area, part_heads = sum(area.values()), len(answers)
        yes_area, yes_heads = sum(area[h] for h in yes), len(yes)
        special = motion["matter"] in (6, 7, 8)
        quorum = (3 * part_area >= 2 * self.total_area and 3 * part_heads >= 2 * self.total_heads)
        if special:
            by_area, by_heads = 4 * yes_area >= 3 * part_area, 4 * yes_heads >= 3 * part_heads
        else:
            by_area, by_heads = 2 * yes_area > part_area, 2 * yes_heads > part_heads
        outcome = ("NO_QUORUM" if not quorum else "PASSED" if by_area and by_heads
                   else "REJECTED")
        return {
            "matter": motion["matter"],
            "class": "SPECIAL" if special else "ORDINARY",
            "totalAreaHundredths": self.total_area,
            "totalHeads": self.total_heads,
            "participatingUnits": sum(len(given) for given in answers.values()),
            "participatingAreaHundredths": part_area,
            "participatingHeads": part_heads,
            "yesAreaHundredths": yes_area,
            "yesHeads": yes_heads,
            "mixedHolders": sum(1 for given in answers.values() if len(set(given)) > 1),
            "blankAnswers": blank,
            "twoOptionAnswers": two_options,
            "quorumMet": quorum,
            "consentByAreaMet": by_area,
            "consentByHeadsMet": by_heads,
            "outcome": outcome,
        }

    # ------------------------------------------------ fees

    def bills(self):
        tariff = unique(self.rows["tariffs"], "用途")
        unique(self.rows["bills"], "账单号")
        by_month, by_use, seen = Counter(), Counter(), set()
        for bill in self.rows["bills"]:
            unit = self.unit[bill["房号"]]
            price = tariff[unit["用途"]]
            amount = Decimal(price["单价"])
            if price["计费方式"] == "按面积":
                amount = amount * Decimal(unit["专有部分面积"])
            amount = amount.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
            fen = hundredths(bill["应收金额"])
            require(Decimal(fen) == amount.scaleb(2), "the bill follows the tariff", bill)
            require(bill["出账日期"] == bill["费用期间"] + "-01", "billed on the first", bill)
            payer = (unit["业主编号"].split(";")[0] if unit["交付状态"] == "已售已交付"
                     else self.developer)
            require(bill["缴费人编号"] == payer, "the payer is the owner or developer", bill)
            require((bill["房号"], bill["费用期间"]) not in seen, "one bill a month", bill)
            seen.add((bill["房号"], bill["费用期间"]))
            by_month[bill["费用期间"]] += fen
            by_use[unit["用途"]] += fen
        require(len(seen) == 12 * len(self.unit), "twelve bills for each unit")
        self.result["billedFen"] = {"total": sum(by_month.values()), "byMonth": ordered(by_month),
                                    "byUse": ordered(by_use)}

    def fees(self):
        unique(self.rows["receipts"], "收款单号")
        debts = defaultdict(list)
        for bill in self.rows["bills"]:
            debts[bill["房号"]].append((bill["出账日期"] + "T00:00:00+08:00", 0,
                                      hundredths(bill["应收金额"])))
        for receipt in self.rows["receipts"]:
            debts[receipt["房号"]].append((receipt["收款时间"], 1, -hundredths(receipt["金额"])))
        owed = {}
        for number, moves in debts.items():
            balance = 0
            for moment, _, fen in sorted(moves):
                balance += fen
                require(balance >= 0, "no prepayment", number, moment)
            owed[number] = balance
        by_month, by_way = Counter(), Counter()
        for receipt in self.rows["receipts"]:
            fen = hundredths(receipt["金额"])
            require(fen > 0 and receipt["收款时间"][:4] == "2025", "paid in the year", receipt)
            by_month[receipt["收款时间"][:7]] += fen
            by_way[receipt["方式"]] += fen
        self.result["feesReceivedFen"] = {
            "total": sum(by_month.values()), "byMonth": ordered(by_month),
            "byMethod": ordered(by_way)}
        paying = {r["房号"] for r in self.rows["receipts"]}
        behind = {n: fen for n, fen in owed.items() if fen}
        by_use = Counter()
        for number, fen in behind.items():
            by_use[self.unit[number]["用途"]] += fen
        self.result["yearEnd"] = {
            "outstandingFen": sum(behind.values()),
            "outstandingFenByUse": ordered(by_use),
            "unitsWithArrears": len(behind),
            "unitsWithoutAnyPayment": len(set(self.unit) - paying),
        }
        require(self.result["billedFen"]["total"] - sum(by_month.values())
                == sum(behind.values()), "billed less received is outstanding")

    # ------------------------------------------------ other income and spending

    def public_income(self):
        unique(self.rows["public_income"], "收入单号")
        kind, by_month, payers = Counter(), Counter(), Counter()
        for row in self.rows["public_income"]:
            fen = hundredths(row["金额"])
            require(fen > 0, "income above zero", row)
            kind[row["类别"]] += fen
            by_month[row["收款时间"][:7]] += fen
            if row["付款方房号"]:
                require(row["付款方房号"] in self.counted, "a known unit pays", row)
                payers[row["收款时间"][:7]] += 1
        require(min(payers.values()) >= self.about["contract"]["householdBatchMinUnits"],
                "enough households in each month")
        self.result["publicIncomeFen"] = {
            "total": sum(kind.values()), "byCategory": ordered(kind),
            "byMonth": ordered(by_month)}
        self.result["publicIncomeHouseholdRowsByMonth"] = ordered(payers)

    def keys(self):
        self.holders = unique(self.rows["keyholders"], "编号")
        owners = {p for u in self.rows["units"] for p in u["业主编号"].split(";")}
        for holder in self.rows["keyholders"]:
            require(holder["方"] in ("TRUSTEE", "OWNER_BODY"), "known side", holder)
            require((holder["编号"] in owners) == (holder["方"] == "OWNER_BODY"),
                    "the owners' key-holders are owners, the others are not", holder)

    def approved(self, row, requested, paid):
        for side, name in (("TRUSTEE", "物业方"), ("OWNER_BODY", "业主方")):
            holder = self.holders[row[name + "审批人"]]
            moment = at(row[name + "审批时间"])
            require(holder["方"] == side, "each key from its own side", row)
            require(day(holder["起"]) <= moment.date() <= day(holder["止"]),
                    "a key-holder in office", row)
            require(requested <= moment <= paid, "approved between request and payment", row)
            require(row["收款方编号"] != holder["编号"], "no key-holder is paid", row)
        valid = timedelta(days=self.about["contract"]["approvalValidDays"])
        require(paid <= requested + valid, "paid while the approvals are valid", row)

    def expenses(self):
        unique(self.rows["expenses"], "支出单号")
        budget = unique(self.rows["budget"], "科目编号")
        reports = unique(self.rows["reports"], "报事单号")
        spent, fund = Counter(), Counter()
        bulbs = 0
        for row in self.rows["expenses"]:
            fen = hundredths(row["金额"])
            requested = at(row["申请时间"])
            self.approved(row, requested, at(row["付款时间"]))
            if row["报事单号"]:
                require(at(reports[row["报事单号"]]["报事时间"]) < requested,
                        "reported before requested", row)
                bulbs += fen == 1250 and "灯泡" in row["事由"]
            spent[row["预算科目"]] += fen
            fund[budget[row["预算科目"]]["资金类别"]] += fen
        require(bulbs == 1, "exactly one light bulb of 12.50")
        for line, row in budget.items():
            require(spent[line] <= hundredths(row["预算金额"]), "within the budget line", line)
        linked = sum(1 for r in self.rows["expenses"] if r["报事单号"])
        self.result["budgetFen"] = {
            "total": sum(hundredths(r["预算金额"]) for r in budget.values()),
            "byLine": {line: hundredths(budget[line]["预算金额"]) for line in sorted(budget)}}
        self.result["expensesFen"] = {
            "total": sum(spent.values()), "byFund": ordered(fund),
            "byLine": {line: spent[line] for line in sorted(budget)}}
        self.result["expensesLinkedToReports"] = linked

    def vouchers(self):
        vouchers = unique(self.rows["vouchers"], "凭证号")
        used = Counter()
        for row in self.rows["expenses"]:
            paper = 0
            for number in row["凭证号"].split(";"):
                voucher = vouchers[number]
                used[number] += 1
                require(day(voucher["日期"]) <= at(row["申请时间"]).date(),
                        "the voucher is there at the request", row)
                if voucher["类别"] in ("发票", "收据"):
                    paper += hundredths(voucher["金额"])
                    require(voucher["开具方"] == row["收款方"], "issued by the payee", row)
            require(paper == hundredths(row["金额"]), "vouchers add up to the expense", row)
        require(set(used) == set(vouchers) and max(used.values()) == 1,
                "each voucher belongs to one expense")
        with zipfile.ZipFile(self.folder / "vouchers.zip") as archive:
            require(archive.namelist() == [v["文件"] for v in self.rows["vouchers"]],
                    "one file for each voucher")
            for voucher in self.rows["vouchers"]:
                digest = hashlib.sha256(archive.read(voucher["文件"])).hexdigest()
                require(digest == voucher["sha256"], "sha256 of the file", voucher)
        self.result["vouchersByKind"] = ordered(Counter(v["类别"] for v in vouchers.values()))

    def remuneration(self):
        ratio = self.about["contract"]["ratio"].split("/")
        top, bottom = int(ratio[0]), int(ratio[1])
        unique(self.rows["remuneration"], "支付单号")
        drawn, by_month = 0, {}
        for row in sorted(self.rows["remuneration"], key=lambda r: r["付款时间"]):
            paid = at(row["付款时间"])
            by_moment = by_day = 0
            for receipt in self.rows["receipts"]:
                moment = at(receipt["收款时间"])
                by_moment += hundredths(receipt["金额"]) if moment <= paid else 0
                by_day += hundredths(receipt["金额"]) if moment.date() <= paid.date() else 0
            require(by_moment == by_day, "no receipt later on the day of a draw", row)
            fen = hundredths(row["金额"])
            drawn += fen
            require(drawn == by_day * top // bottom, "drawn to the floor of the ratio", row)
            require((paid + timedelta(days=1)).day == 1, "drawn on the last day", row)
            require(row["收款方编号"] == self.about["contract"]["trusteeId"], "paid to T001", row)
            self.approved(row, paid - timedelta(days=1), paid)
            by_month[row["期间"]] = fen
        require(len(by_month) == 12, "twelve draws")
        self.result["remunerationFen"] = {"total": drawn, "byMonth": by_month}

    # ------------------------------------------------ cash

    def cash(self):
        budget = unique(self.rows["budget"], "科目编号")
        opening = {r["资金类别"]: hundredths(r["金额"]) for r in self.rows["opening"]}
        joint = [r["资金类别"] for r in self.rows["opening"] if r["账户"] == "JOINT"]
        require(sorted(joint) == sorted(JOINT_FUNDS), "funds of the joint account", joint)
        moves = []
        for row in self.rows["receipts"]:
            moves.append((row["收款时间"], row["银行流水号"], "SERVICE_FUND",
                          hundredths(row["金额"])))
        for row in self.rows["public_income"]:
            moves.append((row["收款时间"], row["银行流水号"], "PUBLIC_INCOME",
                          hundredths(row["金额"])))
        for row in self.rows["expenses"]:
            moves.append((row["付款时间"], row["银行流水号"],
                          budget[row["预算科目"]]["资金类别"], -hundredths(row["金额"])))
        for row in self.rows["remuneration"]:
            moves.append((row["付款时间"], row["银行流水号"], "SERVICE_FUND",
                          -hundredths(row["金额"])))

        fund = Counter({name: opening[name] for name in JOINT_FUNDS})
        lowest = dict(fund)
        for moment, _, name, fen in sorted(moves):
            fund[name] += fen
            lowest[name] = min(lowest[name], fund[name])
            require(fund[name] >= 0, "a fund is never below zero", name, moment)

        bank = self.rows["bank"]
        lines = unique(bank, "流水号")
        balance = hundredths(bank[0]["余额"])
        require(bank[0]["收入"] == "" and bank[0]["支出"] == "", "the opening line first")
        require(balance == sum(opening[name] for name in JOINT_FUNDS), "the opening balance")
        for earlier, row in zip(bank, bank[1:]):
            require(at(earlier["交易时间"]) < at(row["交易时间"]), "in order of time", row)
            require((row["收入"] == "") != (row["支出"] == ""), "income or outgo", row)
            balance += hundredths(row["收入"]) if row["收入"] else -hundredths(row["支出"])
            require(balance == hundredths(row["余额"]), "the running balance", row)
        source = {}
        for moment, reference, _, fen in moves:
            require(reference not in source, "one source row for each line", reference)
            source[reference] = (moment, fen)
        require(set(source) == set(lines) - {bank[0]["流水号"]}, "lines and sources agree")
        for reference, (moment, fen) in source.items():
            row = lines[reference]
            seen = hundredths(row["收入"]) if row["收入"] else -hundredths(row["支出"])
            require(seen == fen and row["交易时间"] == moment, "a line equals its source", row)
        require(sum(fund.values()) == balance, "closing balance from movements")
        self.result["openingFen"] = ordered(opening)
        self.result["closingFen"] = {
            "bankBalance": balance,
            "byFund": ordered(dict(fund, MAINTENANCE_FUND=opening["MAINTENANCE_FUND"]))}
        self.result["lowestCashFen"] = ordered(lowest)


    # ------------------------------------------------ statements

    def by_month(self, name, day_column, amount_column="金额", part=lambda row: None):
        """Sums by month and part, from one raw file alone."""
        sums = defaultdict(Counter)
        for row in self.rows[name]:
            sums[row[day_column][:7]][part(row)] += hundredths(row[amount_column])
        return sums

    def statements(self):
        fund_of = {r["科目编号"]: r["资金类别"] for r in self.rows["budget"]}
        opening = {r["资金类别"]: hundredths(r["金额"]) for r in self.rows["opening"]}
        billed = self.by_month("bills", "出账日期", "应收金额")
        received = self.by_month("receipts", "收款时间")
        common = self.by_month("public_income", "收款时间", part=lambda r: r["类别"])
        spent = self.by_month("expenses", "付款时间", part=lambda r: fund_of[r["预算科目"]])
        drawn = self.by_month("remuneration", "付款时间")
        top, bottom = (int(n) for n in self.about["contract"]["ratio"].split("/"))
        ever = Counter()
        months = {}
        for month in ["2025-%02d" % m for m in range(1, 13)]:
            # Remuneration falls due on the day of its draw, to the fen.
            cost = spent[month]["SERVICE_FUND"] + drawn[month][None]
            service = billed[month][None] - cost
            public = sum(common[month].values()) - spent[month]["PUBLIC_INCOME"]
            earlier = Counter(ever)
            ever.update(billed=billed[month][None], received=received[month][None],
                        drawn=drawn[month][None], service=service, public=public,
                        spent=spent[month]["SERVICE_FUND"])
            months[month] = {
                "incomeAndExpense": {
                    "SERVICE_FUND": [billed[month][None], cost, service],
                    "PUBLIC_INCOME": [sum(common[month].values()),
                                      spent[month]["PUBLIC_INCOME"], public]},
                "balanceSheet": self.balance_sheet(opening, earlier, ever),
                "collection": [billed[month][None], received[month][None],
                               ever["billed"] - ever["received"]],
                "publicIncome": ordered(common[month]),
                "remuneration": [ever["received"], ever["received"] * top // bottom,
                                 drawn[month][None], ever["drawn"]],
            }
        lines = self.rows["bank"][1:]
        self.result["statements"] = {
            "months": months,
            "outflows": {"SERVICE_FUND.PAYMENT": ever["spent"],
                         "SERVICE_FUND.REMUNERATION_DRAW": ever["drawn"],
                         "PUBLIC_INCOME.PAYMENT": sum(
                             spent[m]["PUBLIC_INCOME"] for m in months)},
            "receivedOverBilled": self.fraction(ever["received"], ever["billed"]),
            "owing": self.result["yearEnd"]["unitsWithArrears"],
            "bank": {"lines": len(lines),
                     "in": sum(hundredths(r["收入"]) for r in lines if r["收入"]),
                     "out": sum(hundredths(r["支出"]) for r in lines if r["支出"])},
        }

    @staticmethod
    def balance_sheet(opening, earlier, ever):
        """Of each class: cash, assets, liabilities, opening, earlier surplus, surplus."""
        owing = ever["billed"] - ever["received"]
        service_cash = (opening["SERVICE_FUND"] + ever["received"] - ever["spent"]
                        - ever["drawn"])
        public_cash = opening["PUBLIC_INCOME"] + ever["public"]
        sheet = {
            "SERVICE_FUND": [service_cash, service_cash + owing, 0,
                             opening["SERVICE_FUND"], earlier["service"],
                             ever["service"] - earlier["service"]],
            "PUBLIC_INCOME": [public_cash, public_cash, 0, opening["PUBLIC_INCOME"],
                              earlier["public"], ever["public"] - earlier["public"]],
            "MAINTENANCE_FUND": [opening["MAINTENANCE_FUND"], opening["MAINTENANCE_FUND"], 0,
                                 opening["MAINTENANCE_FUND"], 0, 0],
            # Deposits are their payers': owed, and no worth of the owners.
            "DEPOSITS": [opening["DEPOSITS"], opening["DEPOSITS"], opening["DEPOSITS"], 0, 0, 0],
            # What has fallen due is drawn on the same day.
            "REMUNERATION": [0, 0, 0, 0, 0, 0],
        }
        for name, (_, assets, liabilities, first, before, surplus) in sheet.items():
            require(assets - liabilities == first + before + surplus, "a class balances", name)
        return sheet

    @staticmethod
    def fraction(top, bottom):
        one, other = top, bottom
        while other:
            one, other = other, one % other
        return "%d/%d" % (top // one, bottom // one)


def once(rows, *columns):
    """Each record once; a record entered twice must say the same both times."""
    kept = {}
    for row in rows:
        key = tuple(row[column] for column in columns)
        require(kept.setdefault(key, row) == row, "a record entered twice", row)
    return list(kept.values())


def towns_of_communities(places, as_of):
    """The town of each community that lies in the district on the day, in one town at a time."""
    towns = {}
    for place in places:
        start, end = day(place["划入日期"]), place["划出日期"]
        require(not end or start < day(end), "a stay of a day or more", place)
        if start <= as_of and (not end or as_of < day(end)):
            require(place["小区编号"] not in towns, "one town at a time", place)
            towns[place["小区编号"]] = place["镇街"]
    return towns


def coverage_by_town(towns, covered):
    there = Counter(towns.values())
    own = Counter(town for place, town in towns.items() if place in covered)
    return ordered({town: "%d/%d" % (own[town], there[town]) for town in there})


def places_of_members(lines, withdrawals, as_of):
    """Where each member is: the last line counts, of two on one day the first place in order."""
    place, since = {}, {}
    for at_day, member, town in sorted((r["报到日期"], r["党员编号"], r["社区"]) for r in lines):
        if day(at_day) <= as_of and place.get(member) != town and since.get(member) != at_day:
            place[member], since[member] = town, at_day
    for row in withdrawals:
        require(day(row["退出日期"]) > day(since[row["党员编号"]]), "left after coming", row)
        if day(row["退出日期"]) <= as_of:
            del place[row["党员编号"]]
    return place


def solved_items(items, reopenings, as_of):
    reopened = {row["事项编号"]: row for row in once(reopenings, "事项编号")}
    require(set(reopened) <= {i["事项编号"] for i in items}, "reopened items are known")
    solved = []
    for item in items:
        require((item["状态"] == "办理中") == (item["办结日期"] == ""), "open without a day", item)
        again = reopened.get(item["事项编号"])
        if again:
            require(item["办结日期"] <= again["重新办理日期"], "reopened after solving", again)
        last = again["再次办结日期"] if again else item["办结日期"]
        if item["状态"] == "已解决" and last and day(last) <= as_of:
            solved.append(item)
    return solved


def closed_by_agreement(course):
    """Since the dispute was last opened it was closed, and the last way that it went is an agreement."""
    opened = max(i for i, step in enumerate(course) if step in ("受理", "重新办理"))
    since = course[opened:]
    ways = [step for step in since if step in ("达成协议", "转其他途径")]
    return since[-1] == "办结" and ways[-1:] == ["达成协议"]


def repair(rows):
    """The figures of the repair: squads that went, items disclosed, disputes settled."""
    squads = once(rows["squads"], "专班编号")
    visited = {v["房号"] for v in rows["visits"]}
    went = [s for s in squads if visited & set(s["房号"].split(";"))]
    # Whoever was asked once stays asked, whatever a later visit came to.
    asked = {v["房号"] for v in rows["visits"] if v["结果"] in ("同意", "反对", "未定")}
    items = once(rows["consulted"], "事项")
    courses = {}
    for step in sorted(once(rows["disputes"], "纠纷编号", "时间"), key=lambda d: at(d["时间"])):
        courses.setdefault(step["纠纷编号"], []).append(step["环节"])
    received = {name: course for name, course in courses.items() if "受理" in course}
    return {
        "squads": len(went),
        "contact": "%d/%d" % (len(asked), sum(len(s["房号"].split(";")) for s in squads)),
        "disclosure": "%d/%d" % (sum(1 for i in items if i["公开时间"]), len(items)),
        "settlement": "%d/%d" % (sum(1 for c in received.values() if closed_by_agreement(c)),
                                 len(received)),
    }


def district(folder):
    names = ("communities", "bodies", "conferences", "cancellations", "matters", "checkins", "withdrawals",
             "teams", "dissolutions", "items", "reopenings", "pilots", "squads", "visits",
             "consulted", "disputes")
    rows = {name: read(folder, name + ".csv") for name in names}
    as_of = date(2025, 11, 1)
    places = once(rows["communities"], "小区编号", "划入日期")
    names_of = {p["小区编号"]: p["小区"] for p in places}
    towns = towns_of_communities(places, as_of)
    bodies = once(rows["bodies"], "小区编号", "成立日期")
    for body in bodies:
        require(names_of.get(body["小区编号"]) == body["小区"], "known community", body)
    valid = [b for b in bodies if b["小区编号"] in towns
             and day(b["成立日期"]) <= as_of < day(b["届满日期"])]
    require(len({b["小区编号"] for b in valid}) == len(valid), "one body at a time")
    entered = once(rows["conferences"], "会议编号")
    cancelled = {row["会议编号"] for row in rows["cancellations"]}
    meetings = {m["会议编号"]: m for m in entered if m["会议编号"] not in cancelled}
    dissolved = {r["队伍编号"] for r in rows["dissolutions"] if day(r["解散日期"]) <= as_of}
    teams = {t["队伍编号"] for t in once(rows["teams"], "队伍编号")}
    members = places_of_members(rows["checkins"], rows["withdrawals"], as_of)
    matters = once(rows["matters"], "事项编号")
    solved_matters = [m for m in matters if m["状态"] == "已解决"]
    for matter in solved_matters:
        held = day(meetings[matter["会议编号"]]["会议日期"])
        require(held <= day(matter["解决日期"]) <= as_of, "solved after the meeting", matter)
    require({m["会议编号"] for m in matters} == set(meetings), "each meeting has a matter")
    items = once(rows["items"], "事项编号")
    for item in items:
        require(item["小区编号"] in names_of and item["队伍编号"] in teams, "known", item)
        require(item["登记日期"] <= (item["办结日期"] or "9"), "order of dates", item)
    pilots = [p for p in once(rows["pilots"], "试点编号") if len(p["专业顾问编号"].split(";")) == 3]
    for pilot in pilots:
        require(names_of[pilot["小区编号"]] == pilot["小区"], "known community", pilot)
        formed = towns_of_communities(places, day(pilot["组建日期"]))
        require(formed.get(pilot["小区编号"]) == pilot["镇街"], "town of the community", pilot)
        require(";" not in pilot["联系指导员编号"], "one instructor", pilot)
        require(len(set(pilot["专业顾问编号"].split(";"))) == 3, "three advisers", pilot)
        require(set(pilot["专业顾问类别"].split(";")) == {"法律", "财务", "工程"}, "kinds", pilot)
        require(set(pilot["志愿者编号"].split(";")) <= set(members), "known volunteers", pilot)
    return {
        "asOf": as_of.isoformat(),
        "rows": {name + ".csv": len(rows[name]) for name in names},
        "communities": len(towns),
        "bodiesByKind": ordered(Counter(b["机构类型"] for b in valid)),
        "communitiesWithValidBody": len(valid),
        "coverage": "%d/%d" % (len(valid), len(towns)),
        "coverageByTown": coverage_by_town(towns, {b["小区编号"] for b in valid}),
        "conferences": len(meetings),
        "mattersSolved": len(solved_matters),
        "mattersByConference": ordered(Counter(m["会议编号"] for m in solved_matters)),
        "checkedInMembers": len(members),
        "membersByPlace": ordered(Counter(members.values())),
        "volunteerTeams": len(teams - dissolved),
        "itemsSolvedByKind": ordered(Counter(
            i["类型"] for i in solved_items(items, rows["reopenings"], as_of))),
        "pilots": len(pilots),
        "pilotsByTown": ordered(Counter(p["镇街"] for p in pilots)),
        "insulationRepair": repair(rows),
    }


def main(arguments):
    if arguments not in ([], ["--check"]):
        print("usage: totals.py [--check]", file=sys.stderr)
        return 2
    status = 0
    for name, compute in (("anheyuan", lambda f: Community(f).compute()), ("honggu", district)):
        folder = HERE / name
        try:
            text = json.dumps(compute(folder), ensure_ascii=False, indent=2) + "\n"
        except Problem as problem:
            print("%s: broken rule: %s" % (name, problem), file=sys.stderr)
            return 1
        target = folder / "expected.json"
        if not arguments:
            target.write_bytes(text.encode("utf-8"))
        elif not target.exists() or target.read_bytes() != text.encode("utf-8"):
            print("%s/expected.json differs from the raw files" % name, file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
