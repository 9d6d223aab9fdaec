#!/usr/bin/env python3
"""Writes the sample data of the reference example.

Everything is invented: no person, firm, account or voucher in it exists. The same program
text always writes the same bytes. Money is kept as whole fen and area as whole 0.01 m2;
there is no floating point number in this file.
"""

import csv
import hashlib
import io
import json
import zipfile
from datetime import date, datetime, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
COMMUNITY = HERE / "anheyuan"
DISTRICT = HERE / "honggu"
SEED = 20250101
YEAR = 2025
DEVELOPER = "D0001"
DEVELOPER_NAME = "安*置业有限公司"
TRUSTEE = "T001"
TRUSTEE_NAME = "和*物业服务有限公司"

HOME, SHOP, PARKING = "住宅", "商铺", "车位"
DELIVERED, UNDELIVERED, UNSOLD = "已售已交付", "已售未交付", "未售"
YES, NO, ABSTAIN = "同意", "反对", "弃权"
PAPER, ONLINE, ON_SITE = "纸质", "线上", "现场"


class Chance:
    """SplitMix64: integers only, the same sequence on every Python version."""

    MASK = (1 << 64) - 1

    def __init__(self, seed):
        self.state = seed & self.MASK

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & self.MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & self.MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & self.MASK
        return z ^ (z >> 31)

    def below(self, bound):
        return self.next() % bound

    def between(self, low, high):
        """A whole number from low to high, both included."""
        return low + self.below(high - low + 1)

    def percent(self, share):
        return self.below(100) < share

    def pick(self, options):
        return options[self.below(len(options))]

    def shuffle(self, items):
        for i in range(len(items) - 1, 0, -1):
            j = self.below(i + 1)
            items[i], items[j] = items[j], items[i]

    def sample(self, items, count):
        copy = list(items)
        self.shuffle(copy)
        return copy[:count]


def chance(topic):
    """A separate sequence for each topic, so that a change in one leaves the others alone."""
    digest = hashlib.sha256(("%d/%s" % (SEED, topic)).encode("utf-8")).digest()
    return Chance(int.from_bytes(digest[:8], "big"))


def two_decimals(hundredths):
    return "%d.%02d" % divmod(hundredths, 100)


def stamp(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%S+08:00")


def month_of(number):
    return "%d-%02d" % (YEAR, number)


def last_day(number):
    following = date(YEAR + number // 12, number % 12 + 1, 1)
    return following - timedelta(days=1)


def write_csv(folder, name, header, rows):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    (folder / name).write_bytes(text.getvalue().encode("utf-8"))


def write_json(folder, name, value):
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    (folder / name).write_bytes(text.encode("utf-8"))


# ---------------------------------------------------------------- roster

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡"

# building: (staircases, first floor, floors, area of room 01, area of room 02, shops)
BUILDINGS = {
    1: (2, 2, 18, 8942, 10875, 6),
    2: (2, 2, 18, 9630, 11864, 6),
    3: (2, 1, 18, 7836, 8990, 0),
    4: (2, 1, 18, 10820, 12791, 0),
    5: (2, 1, 17, 8517, 8563, 0),
    6: (2, 1, 17, 9675, 13805, 0),
    7: (3, 2, 13, 7648, 9210, 6),
    8: (3, 2, 13, 8805, 10333, 6),
}


class Unit:
    def __init__(self, number, building, stair, room, use, area):
        self.number = number
        self.building = building
        self.stair = stair
        self.room = room
        self.use = use
        self.area = area
        self.basis = "登记"
        self.status = DELIVERED
        self.owners = ()

    @property
    def developers(self):
        return self.status != DELIVERED or self.owners == (DEVELOPER,)

    @property
    def holder(self):
        return (DEVELOPER,) if self.developers else tuple(sorted(self.owners))

    @property
    def payer(self):
        return DEVELOPER if self.status != DELIVERED else self.owners[0]


def build_units():
    rng = chance("units")
    units = []
    for building, (stairs, first, floors, left, right, shops) in BUILDINGS.items():
        for stair in range(1, stairs + 1):
            for floor in range(first, first + floors):
                for room, base in ((1, left), (2, right)):
                    area = base + (stair - 1) * 14
                    if floor == first + floors - 1:
                        area += 340
                    label = "%d%02d" % (floor, room)
                    number = "%d-%d-%s" % (building, stair, label)
                    units.append(Unit(number, "%d号楼" % building, "%d单元" % stair,
                                      label, HOME, area))
        for shop in range(1, shops + 1):
            label = "S%02d" % shop
            units.append(Unit("%d-0-%s" % (building, label), "%d号楼" % building, "底商",
                              label, SHOP, rng.between(4200, 13800)))
    for unit in units:
        draw = rng.below(100)
        if draw < 8:
            unit.basis, unit.area = "测绘", unit.area + rng.between(-25, 25)
        elif draw < 13:
            unit.basis, unit.area = "合同", unit.area + rng.between(-60, 60)
    for space in range(1, 61):
        label = "%03d" % space
        area = 1250 if space % 10 else 1325
        unit = Unit("B1-1-%s" % label, "地下车库", "B1", label, PARKING, area)
        unit.basis = "测绘" if space % 7 == 0 else "登记"
        units.append(unit)
    return units


class Roster:
    def __init__(self):
        self.units = build_units()
        self.by_number = {u.number: u for u in self.units}
        self.names = {DEVELOPER: DEVELOPER_NAME}
        self.multi = []
        self.assign()

    def assign(self):
        rng = chance("owners")
        homes = [u for u in self.units if u.use == HOME]
        shops = [u for u in self.units if u.use == SHOP]
        spaces = [u for u in self.units if u.use == PARKING]
        rng.shuffle(homes)
        rng.shuffle(shops)
        ids = list(range(1, 701))
        rng.shuffle(ids)

        def person():
            identity = "P%04d" % ids.pop()
            stars = "**" if rng.percent(78) else "*"
            self.names[identity] = rng.pick(SURNAMES) + stars
            return identity

        for unit in [homes.pop() for _ in range(20)] + [shops.pop() for _ in range(5)]:
            unit.status, unit.owners = UNSOLD, (DEVELOPER,)
        for _ in range(10):
            unit = homes.pop()
            unit.status, unit.owners = UNDELIVERED, (person(),)
        for _ in range(2):
            shops.pop().owners = (DEVELOPER,)

        # Eleven people and one couple hold several units each.
        for count, with_shop in ((2, 0), (2, 0), (2, 0), (2, 1), (2, 1), (2, 0), (2, 0),
                                 (3, 0), (3, 0), (3, 1), (4, 1)):
            holder = (person(),)
            held = [homes.pop() for _ in range(count - with_shop)]
            held += [shops.pop() for _ in range(with_shop)]
            for unit in held:
                unit.owners = holder
            self.multi.append(sorted(held, key=lambda u: u.number))
        couple = (person(), person())
        held = [homes.pop(), homes.pop()]
        # The same couple, registered in a different order: still one holder.
        held[0].owners, held[1].owners = couple, couple[::-1]
        self.multi.append(sorted(held, key=lambda u: u.number))
        # Two people hold one unit alone and another with a spouse: two holders each.
        for _ in range(2):
            alone = person()
            homes.pop().owners = (alone,)
            homes.pop().owners = (alone, person())
        for _ in range(54):
            homes.pop().owners = (person(), person())
        for _ in range(2):
            homes.pop().owners = (person(), person(), person())
        for unit in homes + shops:
            unit.owners = (person(),)

        sold = [u for u in self.units if u.use == HOME and u.status == DELIVERED]
        for unit, home in zip(spaces[:48], rng.sample(sold, 48)):
            unit.owners = home.owners if rng.percent(60) else home.owners[:1]
        for unit in spaces[48:]:
            unit.status, unit.owners = UNSOLD, (DEVELOPER,)

    def voting(self):
        return [u for u in self.units if u.use != PARKING]

    def write(self):
        write_csv(COMMUNITY, "units.csv",
                  ["房号", "楼栋", "单元", "室号", "用途", "专有部分面积", "面积依据", "交付状态",
                   "业主编号", "业主"],
                  [[u.number, u.building, u.stair, u.room, u.use, two_decimals(u.area), u.basis,
                    u.status, ";".join(u.owners), ";".join(self.names[p] for p in u.owners)]
                   for u in self.units])


# ---------------------------------------------------------------- ballots

OPENS = datetime(2024, 12, 16, 9, 0, 0)
CLOSES = datetime(2024, 12, 26, 18, 0, 0)


def write_ballots(roster):
    rng = chance("ballots")
    rows = []
    cast = {}

    def moment(channel):
        day = date(2024, 12, 16 + rng.below(11))
        if channel == ON_SITE:
            day = rng.pick([date(2024, 12, 21), date(2024, 12, 22)])
        low, high = (7, 22) if channel == ONLINE else (9, 17)
        at = datetime(day.year, day.month, day.day, rng.between(low, high), rng.below(60),
                      rng.below(60))
        if at <= OPENS:
            at += timedelta(hours=3)
        if at >= CLOSES:
            at -= timedelta(days=1)
        return at

    def channel():
        draw = rng.below(100)
        return ONLINE if draw < 58 else PAPER if draw < 88 else ON_SITE

    def add(unit, voter, how, at, answers, signed=True):
        number = unit if isinstance(unit, str) else unit.number
        rows.append([number, voter, how, at, "是" if signed else "否"] + list(answers))
        return rows[-1]

    def answer(yes, no):
        draw = rng.below(100)
        return YES if draw < yes else NO if draw < yes + no else ABSTAIN

    def answers(unit):
        large = unit.area >= 9600
        return [answer(83, 11), answer(76, 14), answer(82, 13) if large else answer(61, 30)]

    def effective(unit, choice=None, voter=None, how=None, at=None):
        how = how or channel()
        voter = voter or (DEVELOPER if unit.developers else rng.pick(unit.owners))
        cast[unit.number] = add(unit, voter, how, at or moment(how), choice or answers(unit))
        return cast[unit.number]

    units = roster.voting()
    own = [u for u in units if u.developers]
    for unit in own:
        effective(unit, [YES, YES, YES], how=PAPER)

    # Owners of several units: four differ between their units, three return only a part.
    together = [YES, YES, YES]
    plans = {
        0: [together, [YES, YES, NO]],
        1: [together, [NO, YES, YES]],
        2: [together, [YES, ABSTAIN, YES]],
        3: [together, None],
        4: [[YES, NO, YES], None],
        7: [together, [YES, YES, ""], [YES, YES, NO]],
        8: [together, together, None],
        9: [together, together, [YES, YES, ""]],
    }
    in_multi = set()
    for index, held in enumerate(roster.multi):
        in_multi.update(u.number for u in held)
        plan = plans.get(index)
        same = answers(held[0])
        for place, unit in enumerate(held):
            choice = plan[place] if plan else same
            if choice:
                effective(unit, choice)

    others = [u for u in units if not u.developers and u.number not in in_multi]
    rng.shuffle(others)
    returned, silent = others[:404], others[404:]
    for unit in returned:
        effective(unit)

    plain = list(returned)
    for position, cell in ((0, ""), (1, ""), (2, ""), (2, ""), (1, ""), (2, ""), (0, ""),
                           (2, "同意;反对"), (1, "同意;反对"), (2, "同意;弃权"), (0, "同意;反对"),
                           (2, "同意;反对")):
        cast[plain.pop().number][5 + position] = cell

    # The first and the last second of the voting time both count.
    for at in (OPENS, CLOSES):
        row = cast[plain.pop().number]
        row[2], row[3] = ONLINE, at

    def other_channel(row):
        return ONLINE if row[2] != ONLINE else PAPER

    def later(row):
        at = row[3] + timedelta(hours=rng.between(2, 30), minutes=rng.below(60))
        if not 9 <= at.hour <= 17:
            at = (at + timedelta(days=at.hour > 17)).replace(hour=rng.between(9, 16))
        return min(at, CLOSES - timedelta(minutes=rng.between(1, 90)))

    def repeatable():
        while True:
            row = cast[plain.pop().number]
            if row[3] < CLOSES - timedelta(days=2) and all(row[5:]):
                return row

    def turned(choice):
        return [{YES: NO, NO: YES, ABSTAIN: YES}[c] for c in choice]

    for _ in range(10):
        row = repeatable()
        add(row[0], row[1], other_channel(row), later(row), row[5:])
    for _ in range(8):
        row = repeatable()
        add(row[0], row[1], other_channel(row), later(row), turned(row[5:]))
    # Same second: paper stands before online; within a channel the ballot id decides.
    row = repeatable()
    row[2] = ONLINE
    row[3] = row[3].replace(hour=10)
    add(row[0], row[1], PAPER, row[3], turned(row[5:]))
    row = repeatable()
    row[2] = PAPER
    row[3] = row[3].replace(hour=15)
    add(row[0], row[1], PAPER, row[3], turned(row[5:]))

    spare = list(silent)
    for place in range(6):
        if place < 3:
            unit = spare.pop()
            add(unit, unit.owners[0], PAPER, moment(PAPER), together, signed=False)
        else:
            row = repeatable()
            add(row[0], row[1], PAPER, OPENS + timedelta(minutes=rng.between(2, 50)),
                turned(row[5:]), signed=False)
    # A neighbour votes, and a buyer votes for a unit that has not been handed over.
    neighbours = [plain.pop() for _ in range(3)]
    for neighbour in neighbours[:2]:
        add(spare.pop(), neighbour.owners[0], ONLINE, moment(ONLINE), together)
    row = repeatable()
    add(row[0], neighbours[2].owners[0], ONLINE, OPENS + timedelta(minutes=1), turned(row[5:]))
    buyer = next(u for u in own if u.status == UNDELIVERED)
    add(buyer, buyer.owners[0], ONLINE, OPENS + timedelta(minutes=35), [NO, NO, NO])
    for minutes in (1, 44, 190, 905, 1432):
        unit = spare.pop()
        how = ONLINE if minutes != 44 else PAPER
        add(unit, unit.owners[-1], how, CLOSES + timedelta(minutes=minutes), together)
    for minutes in (3, 61):
        unit = spare.pop()
        add(unit, unit.owners[0], ONLINE, OPENS - timedelta(minutes=minutes), together)
    row = repeatable()
    add(row[0], row[1], PAPER, OPENS - timedelta(minutes=52), row[5:])
    spaces = [u for u in roster.units if u.use == PARKING]
    add(spaces[4], spaces[4].owners[0], ONLINE, moment(ONLINE), together)
    add(spaces[55], DEVELOPER, PAPER, moment(PAPER), together)
    add("9-1-301", spare.pop().owners[0], PAPER, moment(PAPER), together)

    rng.shuffle(rows)
    write_csv(COMMUNITY, "ballots.csv",
              ["票号", "房号", "表决人编号", "渠道", "收到时间", "签名", "M1", "M2", "M3"],
              [["V%04d" % (i + 1)] + r[:3] + [stamp(r[3])] + r[4:] for i, r in enumerate(rows)])


# ---------------------------------------------------------------- money

PER_AREA = {HOME: 185, SHOP: 320}
PER_SPACE = 4000


def charge(unit):
    """The monthly charge in fen, rounded half up from 1/100 fen."""
    if unit.use == PARKING:
        return PER_SPACE
    return (unit.area * PER_AREA[unit.use] + 50) // 100


class Bank:
    """Collects the lines of the joint account; no two share a second or a reference."""

    ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

    def __init__(self):
        self.rng = chance("bank")
        self.seconds = set()
        self.references = set()
        self.lines = []

    def free(self, at):
        while at in self.seconds:
            at += timedelta(seconds=1)
        self.seconds.add(at)
        return at

    def reference(self):
        while True:
            value = "YH" + "".join(self.rng.pick(self.ALPHABET) for _ in range(12))
            if value not in self.references:
                self.references.add(value)
                return value

    def line(self, reference, at, income, outgo, party, text):
        self.lines.append((at, reference, income, outgo, party, text))

    def write(self, opening):
        balance = opening
        rows = [[self.reference(), "%d-01-01T00:00:00+08:00" % YEAR, "", "",
                 two_decimals(balance), "", "期初余额"]]
        for at, reference, income, outgo, party, text in sorted(self.lines):
            balance += income - outgo
            assert balance >= 0
            rows.append([reference, stamp(at), two_decimals(income) if income else "",
                         two_decimals(outgo) if outgo else "", two_decimals(balance), party,
                         text])
        write_csv(COMMUNITY, "bank.csv",
                  ["流水号", "交易时间", "收入", "支出", "余额", "对方户名", "摘要"], rows)


def write_bills(roster):
    rng = chance("bills")
    rows = []
    for month in range(1, 13):
        units = list(roster.units)
        rng.shuffle(units)
        for place, unit in enumerate(units):
            rows.append(["B%d%02d%04d" % (YEAR, month, place + 1), unit.number, month_of(month),
                         "%s-01" % month_of(month), unit.payer, two_decimals(charge(unit))])
    write_csv(COMMUNITY, "bills.csv",
              ["账单号", "房号", "费用期间", "出账日期", "缴费人编号", "应收金额"], rows)


def habits(roster):
    """How each unit pays: a name from the list below."""
    rng = chance("habits")
    homes = [u for u in roster.units if u.use == HOME and not u.developers]
    rest = [u for u in roster.units if u.use != HOME and not u.developers]
    rng.shuffle(homes)
    rng.shuffle(rest)
    habit = {u.number: "monthly" for u in roster.units}
    for name, count, source in (("never", 36, homes), ("never", 4, rest), ("stopped", 14, homes),
                                ("quarterly", 62, homes), ("quarterly", 8, rest),
                                ("late", 60, homes), ("parts", 30, homes),
                                ("half-yearly", 12, homes)):
        for _ in range(count):
            habit[source.pop().number] = name
    return habit


def write_receipts(roster, bank):
    rng = chance("receipts")
    habit = habits(roster)
    rows = []
    ways = ["微信"] * 46 + ["支付宝"] * 28 + ["银行卡"] * 21 + ["现金缴存"] * 5

    def at(month, low, high):
        end = last_day(month).day
        day = min(rng.between(low, high), end)
        hour = rng.between(8, 15 if day == end else 21)
        return bank.free(datetime(YEAR, month, day, hour, rng.below(60), rng.below(60)))

    # Some pay on the last day always: then enough households stand behind the day's sum, which is
    # published before the month's remuneration.
    punctual = {u.number for u in [u for u in roster.units if habit[u.number] == "monthly"][::40]}

    for unit in roster.units:
        monthly = charge(unit)
        kind = habit[unit.number]
        owed = 0
        way = "银行卡" if unit.payer == DEVELOPER else rng.pick(ways)
        stops_after = rng.between(3, 8)
        usual = rng.between(1, 25)

        def pay(amount, moment):
            nonlocal owed
            if amount <= 0:
                return
            assert amount <= owed
            owed -= amount
            used = way if rng.percent(90) or unit.payer == DEVELOPER else rng.pick(ways)
            rows.append([moment, unit.number, amount, used, roster.names[unit.payer]])

        for month in range(1, 13):
            owed += monthly
            if unit.number in punctual:
                pay(owed, at(month, 31, 31))
            elif kind == "monthly" or kind == "stopped" and month <= stops_after:
                pay(owed, at(month, max(1, usual - 4), usual + 6))
            elif kind == "quarterly" and month % 3 == 0:
                pay(owed, at(month, 3, 31))
            elif kind == "half-yearly" and month % 6 == 0:
                pay(owed, at(month, 5, 31))
            elif kind == "late":
                clears = month == 12 and rng.percent(45)
                pay(owed if clears else owed - monthly, at(month, 8, 31))
            elif kind == "parts":
                pay(min(owed, rng.pick([5000, 8000, 10000])), at(month, 1, 12))
                leaves = rng.pick([0, 0, 0, 0, 2000, 3550])
                pay(owed - leaves, at(month, 15, 30))
    rows.sort()
    written = []
    for place, (moment, number, amount, way, name) in enumerate(rows):
        reference = bank.reference()
        bank.line(reference, moment, amount, 0, name, "物业费")
        written.append(["R%06d" % (place + 1), reference, number, stamp(moment),
                        two_decimals(amount), way])
    write_csv(COMMUNITY, "receipts.csv",
              ["收款单号", "银行流水号", "房号", "收款时间", "金额", "方式"], written)
    return [(moment, amount) for moment, _, amount, _, _ in rows]


def write_public_income(roster, bank):
    rng = chance("public income")
    rows = []
    homes = [u for u in roster.units if u.use == HOME and u.status == DELIVERED]
    queue = rng.sample(homes, 80)
    parkers = [queue.pop() for _ in range(46)]
    firms = [("启*文化传播有限公司", 145000), ("沐*广告有限公司", 98000), ("橙*传媒工作室", 62000)]

    def at(month, low, high):
        end = last_day(month).day
        day = min(rng.between(low, high), end)
        return bank.free(datetime(YEAR, month, day, rng.between(9, 15), rng.below(60),
                                  rng.below(60)))

    for month in range(1, 13):
        for firm, rent in firms:
            rows.append([at(month, 3, 12), "广告", firm, "", rent,
                         "%d月电梯轿厢广告位使用费" % month])
        if month > 1:
            for _ in range(rng.between(0, 3)):
                parkers.pop(rng.below(len(parkers)))
            for _ in range(rng.between(0, 4)):
                if queue:
                    parkers.append(queue.pop())
        for unit in parkers:
            rows.append([at(month, 1, 20), "临时停车", roster.names[unit.payer], unit.number,
                         12000, "%d月地面公共车位场地使用费" % month])
        rows.append([at(month, 27, 30), "临时停车", "停车收费平台(汇总)", "",
                     rng.between(360, 720) * 500, "%d月外来车辆计时停车汇总" % month])
        for _ in range(rng.between(1, 2)):
            rows.append([at(month, 5, 28), "场地",
                         rng.pick(["鲜*果蔬配送站", "书*流动图书车", "便*家电清洗服务部"]), "",
                         rng.pick([15000, 20000, 30000]), "小广场周末便民摊位场地费"])
        if month % 3 == 0:
            rows.append([at(month, 21, 21), "利息", "开户银行", "", rng.between(18000, 31000),
                         "第%d季度活期存款利息" % (month // 3)])
    rows.sort(key=lambda r: r[0])
    written = []
    for place, (moment, kind, payer, unit, amount, text) in enumerate(rows):
        reference = bank.reference()
        bank.line(reference, moment, amount, 0, payer, "公共收益-" + kind)
        written.append(["I%05d" % (place + 1), reference, stamp(moment), kind, payer, unit,
                        two_decimals(amount), text])
    write_csv(COMMUNITY, "public_income.csv",
              ["收入单号", "银行流水号", "收款时间", "类别", "付款方", "付款方房号", "金额", "说明"],
              written)
    return [(r[0], r[4]) for r in rows]


# ---------------------------------------------------------------- reports, expenses, vouchers

VENDORS = {
    "V001": "聚*人力服务有限公司", "V002": "社会保险费代收专户", "V003": "供电公司代收专户",
    "V004": "自来水公司代收专户", "V005": "恒*电梯工程有限公司", "V006": "老*五金店",
    "V007": "顺*水暖维修部", "V008": "明*电气安装队", "V009": "洁*环境服务有限公司",
    "V010": "清*垃圾清运有限公司", "V011": "绿*园林养护队", "V012": "安*保安服务有限公司",
    "V013": "平*消防器材有限公司", "V014": "文*办公用品店", "V015": "通*通信代收专户",
    "V016": "康*财产保险公司", "V017": "信*会计师事务所", "V018": "锐*智能门禁科技有限公司",
    "V019": "筑*防水工程队", "V020": "印*图文店",
}

# category: (description, place, work, payee, lowest and highest cost in fen)
FAULTS = [
    ("照明", "楼道灯不亮", "楼道照明灯具更换", "V006", 2800, 26000),
    ("照明", "单元门口路灯闪烁", "庭院路灯检修", "V008", 9000, 68000),
    ("给排水", "楼道水管渗水", "公共水管接头更换", "V007", 12000, 115000),
    ("给排水", "一层下水主管返水", "排水主管疏通", "V007", 20000, 98000),
    ("电梯", "电梯关门有异响", "电梯门机部件更换", "V005", 36000, 260000),
    ("电梯", "电梯按钮失灵", "电梯轿厢按钮更换", "V005", 8000, 45000),
    ("门禁", "单元门禁刷卡无反应", "单元门禁读卡器更换", "V018", 15000, 88000),
    ("门禁", "单元门关不严", "单元门闭门器更换", "V006", 9500, 32000),
    ("消防", "楼道消防栓门松动", "消防栓箱门维修", "V013", 6000, 42000),
    ("公共设施", "健身器材螺丝松动", "健身器材紧固与配件", "V006", 4500, 58000),
    ("公共设施", "地砖破损容易绊倒", "人行道地砖修补", "V019", 18000, 150000),
]
COMPLAINTS = [
    ("保洁", "楼道堆放纸箱未清理"), ("保洁", "垃圾投放点有异味"), ("绿化", "树枝遮挡一层窗户"),
    ("绿化", "草坪有枯死斑块"), ("秩序", "消防通道有车辆停放"), ("秩序", "夜间广场音响声音大"),
    ("其他", "希望增加公告栏更新频次"), ("其他", "咨询物业费缴纳方式"),
    ("其他", '公告栏玻璃有裂纹, 建议贴上"小心"提示'),
]


def write_reports():
    rng = chance("reports")
    rows = [(datetime(YEAR, 3, 11, 19, 42, 8), "3号楼", "照明", "2单元7层楼道灯泡不亮", "bulb")]
    for place in range(152):
        day = date(YEAR, 1, 2) + timedelta(days=rng.between(0, 355))
        moment = datetime(day.year, day.month, day.day, rng.between(7, 21), rng.below(60),
                          rng.below(60))
        building = "%d号楼" % rng.between(1, 8)
        if place < 102:
            fault = FAULTS[rng.below(len(FAULTS))]
            rows.append((moment, building, fault[0], fault[1], fault))
        else:
            kind, text = rng.pick(COMPLAINTS)
            rows.append((moment, building, kind, text, None))
    rows.sort(key=lambda r: r[0])
    numbered = [("G%04d" % (i + 1),) + r for i, r in enumerate(rows)]
    write_csv(COMMUNITY, "reports.csv", ["报事单号", "报事时间", "楼栋", "类别", "描述"],
              [[n, stamp(at), building, kind, text]
               for n, at, building, kind, text, _ in numbered])
    return numbered


BUDGET = [
    ("SF-01", "管理服务人员工资和社会保险", "SERVICE_FUND", 46500000),
    ("SF-02", "共用部位共用设施日常运行维护", "SERVICE_FUND", 25000000),
    ("SF-03", "清洁卫生", "SERVICE_FUND", 14000000),
    ("SF-04", "绿化养护", "SERVICE_FUND", 6200000),
    ("SF-05", "秩序维护", "SERVICE_FUND", 17800000),
    ("SF-06", "办公费用", "SERVICE_FUND", 2400000),
    ("SF-07", "物业企业固定资产折旧", "SERVICE_FUND", 1200000),
    ("SF-08", "共用部位共用设施及公众责任保险", "SERVICE_FUND", 2600000),
    ("SF-09", "业主同意的其他费用", "SERVICE_FUND", 2300000),
    ("PI-01", "公共收益列支的公共部位维修", "PUBLIC_INCOME", 9000000),
    ("PI-02", "公共收益经营合理成本", "PUBLIC_INCOME", 1200000),
]


def planned_expenses(reports):
    """Rows of (request day, report, budget line, payee, purpose, fen)."""
    rng = chance("plan")
    rows = []

    def workday(month, low, high):
        day = date(YEAR, month, rng.between(low, high))
        while day.weekday() > 4:
            day -= timedelta(days=1)
        return max(day, date(YEAR, 1, 2))

    def add(day, line, payee, purpose, fen, report=""):
        rows.append((day, report, line, payee, purpose, fen))

    for month in range(1, 13):
        label = "%d月" % month
        season = 1 if month in (1, 2, 6, 7, 8, 12) else 0
        add(workday(month, 20, 22), "SF-01", "V001", label + "项目人员工资代发",
            rng.between(308000, 318000) * 10)
        add(workday(month, 12, 15), "SF-01", "V002", label + "项目人员社会保险费",
            rng.between(64500, 66500) * 10)
        add(workday(month, 8, 11), "SF-02", "V003", label + "公共区域电费",
            rng.between(560000, 640000) + season * 92000 + rng.below(100))
        add(workday(month, 8, 11), "SF-02", "V004", label + "公共区域水费",
            rng.between(70000, 96000))
        add(workday(month, 4, 7), "SF-02", "V005", label + "电梯维护保养费", 576000)
        add(workday(month, 16, 19), "SF-03", "V009", label + "保洁服务费", 886000)
        add(workday(month, 16, 19), "SF-03", "V010", label + "生活垃圾清运费",
            rng.between(1480, 1640) * 100)
        add(workday(month, 14, 18), "SF-04", "V011", label + "绿化养护费", 412000)
        add(workday(month, 16, 19), "SF-05", "V012", label + "秩序维护服务费", 1328000)
        add(workday(month, 5, 9), "SF-06", "V015", label + "客服电话与网络费", 38600)
        if month % 2 == 0:
            add(workday(month, 6, 20), "SF-03", "V009", "保洁耗材与消杀用品",
                rng.between(28000, 88000))
            add(workday(month, 6, 20), "SF-06", "V014", "打印纸与办公耗材",
                rng.between(18000, 76000))
            add(workday(month, 6, 20), "PI-02", "V008", "电梯广告位电源检修与电费分摊",
                rng.between(48000, 92000))
        if month % 3 == 0:
            add(workday(month, 6, 20), "SF-05", "V013", "灭火器检测与充装",
                rng.between(86000, 214000))
            add(workday(month, 6, 20), "SF-04", "V011", "季节补植与病虫害防治",
                rng.between(62000, 168000))
            add(workday(month, 6, 20), "SF-06", "V020", "公示材料印制", rng.between(22000, 64000))
        if month % 3 == 1:
            add(workday(month, 10, 20), "SF-09", "V020", "业主恳谈会会务与资料",
                rng.between(36000, 98000))
    add(workday(1, 13, 17), "SF-08", "V016", "公众责任保险年度保费", 1186000)
    add(workday(4, 14, 18), "SF-08", "V016", "电梯责任保险年度保费", 964000)
    add(workday(5, 12, 16), "SF-02", "V007", "生活水泵年度检修", 684000)
    add(workday(10, 13, 17), "SF-02", "V008", "配电间年度预防性试验", 728000)
    add(workday(6, 9, 13), "SF-09", "V017", "半年度收支专项审核费", 600000)
    add(workday(12, 8, 12), "SF-09", "V017", "年度收支专项审核费", 850000)
    for month, purpose, payee, fen in (
            (3, "小广场地面防滑改造", "V019", 1268000), (4, "非机动车棚照明加装", "V008", 386000),
            (5, "儿童活动区地垫更换", "V006", 742000), (6, "东门雨棚维修", "V019", 958000),
            (7, "公共座椅更换", "V006", 516000), (8, "雨水井盖更换", "V007", 437500),
            (9, "外墙局部脱落修补", "V019", 1386000), (10, "小区道路标线重划", "V019", 644000),
            (11, "单元门前坡道扶手加装", "V008", 873000), (12, "公告栏更新", "V020", 268600)):
        add(workday(month, 8, 18), "PI-01", payee, purpose, fen)

    faults = [r for r in reports if r[5] and r[1].month < 12]
    bulb = next(r for r in faults if r[5] == "bulb")
    chosen = rng.sample([r for r in faults if r[5] != "bulb"], 58)
    add(date(YEAR, 3, 12), "SF-02", "V006", "3号楼2单元7层楼道灯泡更换", 1250, bulb[0])
    for number, at, building, _, _, fault in sorted(chosen):
        day = at.date() + timedelta(days=rng.between(1, 4))
        while day.weekday() > 4:
            day += timedelta(days=1)
        _, _, work, payee, low, high = fault
        add(day, "SF-02", payee, building + work, rng.between(low // 50, high // 50) * 50, number)
    rows.sort(key=lambda r: (r[0], r[2], r[3], r[4]))
    return rows


def key_holders(roster):
    """Rows of (person, name, side, office, from, to)."""
    rng = chance("keys")
    in_multi = {u.number for held in roster.multi for u in held}
    owners = []
    for building in ("2号楼", "5号楼", "8号楼"):
        able = [u for u in roster.units
                if u.building == building and u.use == HOME and not u.developers
                and len(u.owners) == 1 and u.number not in in_multi]
        owners.append(rng.pick(able).owners[0])
    last = "2027-12-31"
    return [
        ("S001", "周**", "TRUSTEE", "项目经理", "2025-01-01", last),
        ("S002", "孟*", "TRUSTEE", "财务主管", "2025-01-01", last),
        ("S003", "田**", "TRUSTEE", "客服主管", "2025-07-01", last),
        (owners[0], roster.names[owners[0]], "OWNER_BODY", "业委会主任", "2025-01-01", last),
        (owners[1], roster.names[owners[1]], "OWNER_BODY", "业委会副主任", "2025-01-01",
         "2025-08-31"),
        (owners[2], roster.names[owners[2]], "OWNER_BODY", "业委会委员", "2025-06-01", last),
    ]


def able_on(holders, side, day):
    text = day.isoformat()
    return [h[0] for h in holders if h[2] == side and h[4] <= text <= h[5]]


INVOICE = """<svg xmlns="http://www.w3.org/2000/svg" width="480" height="240"
 font-family="sans-serif">
<rect x="4" y="4" width="472" height="232" fill="{paper}" stroke="{ink}" stroke-width="2"/>
<text x="240" y="34" font-size="18" text-anchor="middle" fill="{ink}">{title}</text>
<line x1="150" y1="42" x2="330" y2="42" stroke="{ink}"/>
<text x="20" y="66" font-size="11">号码 {number}</text>
<text x="320" y="66" font-size="11">日期 {day}</text>
<text x="20" y="92" font-size="12">付款方 安和苑业主共管账户</text>
<text x="20" y="114" font-size="12">收款方 {issuer}</text>
<rect x="20" y="126" width="440" height="48" fill="none" stroke="{ink}"/>
<text x="28" y="145" font-size="12">{purpose}</text>
<text x="28" y="166" font-size="12">金额 ¥{amount}</text>
<circle cx="410" cy="190" r="34" fill="none" stroke="#c33" stroke-width="2"/>
<text x="410" y="194" font-size="11" text-anchor="middle" fill="#c33">票据专用</text>
<text x="20" y="222" font-size="10" fill="#888">样例文件 内容均为虚构 经办人 {clerk}</text>
</svg>
"""

CONTRACT = """<svg xmlns="http://www.w3.org/2000/svg" width="300" height="400"
 font-family="sans-serif">
<rect x="4" y="4" width="292" height="392" fill="#fffdf6" stroke="#555"/>
<text x="150" y="50" font-size="18" text-anchor="middle">服务合同(摘页)</text>
<text x="24" y="90" font-size="12">编号 {number}</text>
<text x="24" y="114" font-size="12">甲方 安和苑业主共管账户</text>
<text x="24" y="138" font-size="12">乙方 {issuer}</text>
<text x="24" y="162" font-size="12">事项 {purpose}</text>
<text x="24" y="186" font-size="12">签订 {day}</text>
<path d="M24 220h252M24 244h252M24 268h252M24 292h180" stroke="#ccc"/>
<text x="24" y="376" font-size="10" fill="#888">样例文件 内容均为虚构 签字已遮盖 ***</text>
</svg>
"""

PHOTO = """<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240"
 font-family="sans-serif">
<rect width="320" height="240" fill="#{sky}"/>
<path d="M0 190h320v50H0z" fill="#9a968c"/>
<path d="M60 60h110v130H60z" fill="#d8d2c4" stroke="#777"/>
<path d="M78 80h26v26H78zM126 80h26v26H126zM78 124h26v26H78zM126 124h26v26H126z" fill="#{pane}"/>
<circle cx="{x}" cy="{y}" r="16" fill="#f5c542" stroke="#a87b00"/>
<path d="M{x} {y}v60" stroke="#555" stroke-width="4"/>
<text x="10" y="212" font-size="12">完工照片(示意) {number}</text>
<text x="10" y="230" font-size="11">{day} {purpose}</text>
</svg>
"""


class Vouchers:
    def __init__(self):
        self.rng = chance("vouchers")
        self.rows = []
        self.files = []

    def add(self, kind, issuer, day, fen, purpose):
        rng = self.rng
        number = "P%d-%04d" % (YEAR, len(self.rows) + 1)
        fill = {"number": number, "issuer": issuer, "day": day.isoformat(), "purpose": purpose}
        if kind in ("发票", "收据"):
            text = INVOICE.format(title="发票(样例)" if kind == "发票" else "收据(样例)",
                                  paper="#fdf9f0" if kind == "发票" else "#f2f7fb",
                                  ink="#8a5a2b" if kind == "发票" else "#345",
                                  amount=two_decimals(fen),
                                  clerk=rng.pick(SURNAMES) + "**", **fill)
        elif kind == "合同":
            text = CONTRACT.format(**fill)
        else:
            text = PHOTO.format(sky=rng.pick(["cfe3f2", "e6e0d2", "bcd0dd"]),
                                pane=rng.pick(["7d9db3", "8aa", "6b8299"]),
                                x=rng.between(200, 290), y=rng.between(50, 110), **fill)
        content = text.encode("utf-8")
        name = number + ".svg"
        self.files.append((name, content))
        self.rows.append([number, kind, issuer, day.isoformat(), two_decimals(fen), name,
                          hashlib.sha256(content).hexdigest()])
        return number

    def write(self):
        write_csv(COMMUNITY, "vouchers.csv",
                  ["凭证号", "类别", "开具方", "日期", "金额", "文件", "sha256"], self.rows)
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.files:
                entry = zipfile.ZipInfo(name, (YEAR, 12, 31, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 3
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, content, compresslevel=9)
        (COMMUNITY / "vouchers.zip").write_bytes(buffer.getvalue())


def write_expenses(reports, holders, bank):
    rng = chance("expenses")
    vouchers = Vouchers()
    rows, paid, spent = [], [], {}
    fund = {line: kind for line, _, kind, _ in BUDGET}
    reported = {r[0]: r[1] for r in reports}
    for place, (day, report, line, payee, purpose, fen) in enumerate(planned_expenses(reports)):
        requested = datetime(day.year, day.month, day.day, rng.between(9, 15), rng.below(60),
                             rng.below(60))
        if report:
            assert reported[report] < requested
        trustees = able_on(holders, "TRUSTEE", day)
        requester = rng.pick(trustees) if rng.percent(82) else "S004"
        first = requested + timedelta(minutes=rng.between(6, 90), seconds=rng.below(60))
        second = first + timedelta(minutes=rng.between(20, 1500), seconds=rng.below(60))
        if second.hour < 8 or second.hour > 20:
            second = second.replace(hour=rng.between(9, 19))
        if second <= first:
            second += timedelta(days=1)
        trustee = requester
        if requester == "S004" or rng.percent(12):
            trustee = rng.pick([t for t in trustees if t != requester] or trustees)
        trustee_at, owner_at = (second, first) if rng.percent(14) else (first, second)
        owner = rng.pick(able_on(holders, "OWNER_BODY", owner_at.date()))
        pay_day = second.date() + timedelta(days=rng.between(0, 1))
        while pay_day.weekday() > 4:
            pay_day += timedelta(days=1)
        pay_at = datetime(pay_day.year, pay_day.month, pay_day.day, rng.between(9, 15),
                          rng.below(60), rng.below(60))
        if pay_at <= second:
            pay_at = second + timedelta(minutes=rng.between(5, 30))
        if pay_at.date() == last_day(pay_at.month) and pay_at.hour >= 16:
            pay_at = pay_at + timedelta(hours=16)
        pay_at = bank.free(pay_at)
        assert second < pay_at <= requested + timedelta(days=7) and pay_at.year == YEAR

        issuer = VENDORS[payee]
        issued = day - timedelta(days=rng.between(0, 2))
        if report:
            issued = max(issued, reported[report].date())
        issued = max(issued, date(YEAR, 1, 1))
        receipt = payee in ("V001", "V002", "V006", "V007")
        kind = "收据" if receipt else "发票"
        if fen > 60000 and rng.percent(12):
            share = fen * rng.between(30, 70) // 100
            numbers = [vouchers.add(kind, issuer, issued, part, purpose)
                       for part in (share, fen - share)]
        else:
            numbers = [vouchers.add(kind, issuer, issued, fen, purpose)]
        if line == "PI-01" or payee == "V016" or fen >= 600000 and "月" not in purpose:
            numbers.append(vouchers.add("合同", issuer, issued, 0, purpose))
        if fen == 1250 or line == "PI-01" or report and rng.percent(45):
            numbers.append(vouchers.add("照片", "项目服务中心", issued, 0, purpose))
        reference = bank.reference()
        bank.line(reference, pay_at, 0, fen, issuer, "付款-" + purpose)
        rows.append(["E%04d" % (place + 1), report, stamp(requested), requester, payee, issuer,
                     purpose, line, two_decimals(fen), ";".join(numbers), trustee,
                     stamp(trustee_at), owner, stamp(owner_at), stamp(pay_at), reference])
        paid.append((pay_at, fund[line], fen))
        spent[line] = spent.get(line, 0) + fen
    for line, _, _, limit in BUDGET:
        assert spent.get(line, 0) <= limit, (line, spent[line], limit)
    write_csv(COMMUNITY, "expenses.csv",
              ["支出单号", "报事单号", "申请时间", "申请人编号", "收款方编号", "收款方", "事由",
               "预算科目", "金额", "凭证号", "物业方审批人", "物业方审批时间", "业主方审批人",
               "业主方审批时间", "付款时间", "银行流水号"], rows)
    vouchers.write()
    return paid


def write_remuneration(fees, holders, bank):
    rng = chance("remuneration")
    rows, drawn = [], 0
    for month in range(1, 13):
        day = last_day(month)
        at = datetime(day.year, day.month, day.day, 17, 0, 0)
        received = sum(amount for moment, amount in fees if moment.date() <= day)
        assert received == sum(amount for moment, amount in fees if moment <= at)
        amount = received * 8 // 100 - drawn
        drawn += amount
        trustee = rng.pick(able_on(holders, "TRUSTEE", day))
        owner = rng.pick(able_on(holders, "OWNER_BODY", day))
        assert at not in bank.seconds
        bank.seconds.add(at)
        reference = bank.reference()
        bank.line(reference, at, 0, amount, TRUSTEE_NAME, "付款-%d月管理酬金" % month)
        rows.append([at, amount,
                     ["M%02d" % month, month_of(month), TRUSTEE, two_decimals(amount), trustee,
                      stamp(at - timedelta(minutes=rng.between(25, 35))), owner,
                      stamp(at - timedelta(minutes=rng.between(5, 20))), stamp(at), reference]])
    write_csv(COMMUNITY, "remuneration.csv",
              ["支付单号", "期间", "收款方编号", "金额", "物业方审批人", "物业方审批时间", "业主方审批人",
               "业主方审批时间", "付款时间", "银行流水号"], [r[2] for r in rows])
    return [(at, amount) for at, amount, _ in rows]


OPENING = [
    ("SERVICE_FUND", "JOINT", "安和苑业主共管账户", 18642735),
    ("PUBLIC_INCOME", "JOINT", "安和苑业主共管账户", 5218460),
    ("DEPOSITS", "JOINT", "安和苑业主共管账户", 3600000),
    ("MAINTENANCE_FUND", "SPECIAL", "安和苑专项维修资金专户", 586341208),
]


def write_community():
    write_json(COMMUNITY, "community.json", {
        "id": "anheyuan",
        "name": "安和苑",
        "recordDate": "2024-11-30",
        "currency": "CNY",
        "developerId": DEVELOPER,
        "meeting": {
            "id": "2024-OM-01",
            "title": "安和苑2024年第一次业主大会会议",
            "noticeDate": "2024-12-01",
            "opensAt": stamp(OPENS),
            "closesAt": stamp(CLOSES),
            "motions": [
                {"id": "M1", "matter": 4, "title": "选聘物业服务企业并签订信托制物业服务合同"},
                {"id": "M2", "matter": 9, "title": "通过2025年度物业服务资金与公共收益预算"},
                {"id": "M3", "matter": 8, "title": "利用东侧公共外墙设置广告位"},
            ],
        },
        "contract": {
            "id": "HT-2025-01",
            "trusteeId": TRUSTEE,
            "trusteeName": TRUSTEE_NAME,
            "ratio": "8/100",
            "base": "FEES_RECEIVED",
            "startDate": "2025-01-01",
            "endDate": "2027-12-31",
            "approvalValidDays": 7,
            "householdBatchMinUnits": 5,
        },
    })


def write_community_files():
    COMMUNITY.mkdir(parents=True, exist_ok=True)
    roster = Roster()
    roster.write()
    write_community()
    write_ballots(roster)
    day = "%d-01-01" % YEAR
    write_csv(COMMUNITY, "tariffs.csv", ["收费编号", "用途", "计费方式", "单价", "单位", "生效日期"], [
        ["TF-1", HOME, "按面积", two_decimals(PER_AREA[HOME]), "元/平方米·月", day],
        ["TF-2", SHOP, "按面积", two_decimals(PER_AREA[SHOP]), "元/平方米·月", day],
        ["TF-3", PARKING, "按套", two_decimals(PER_SPACE), "元/个·月", day],
    ])
    write_bills(roster)
    write_csv(COMMUNITY, "budget.csv", ["科目编号", "科目", "资金类别", "预算金额"],
              [[a, b, c, two_decimals(d)] for a, b, c, d in BUDGET])
    write_csv(COMMUNITY, "opening.csv", ["资金类别", "账户", "账户名称", "余额日期", "金额"],
              [[a, b, c, day, two_decimals(d)] for a, b, c, d in OPENING])
    holders = key_holders(roster)
    write_csv(COMMUNITY, "keyholders.csv", ["编号", "姓名", "方", "职务", "起", "止"], holders)
    bank = Bank()
    fees = write_receipts(roster, bank)
    write_public_income(roster, bank)
    reports = write_reports()
    write_expenses(reports, holders, bank)
    write_remuneration(fees, holders, bank)
    bank.write(sum(fen for _, account, _, fen in OPENING if account == "JOINT"))


# ---------------------------------------------------------------- district

# A community that was merged into another one before the term of its body was over.
MERGED = ["C094", "小区94", "物业管理委员会", "2023-05-10", "2026-05-10"]


def repeated(rows, count, topic):
    """The rows with some of them entered a second time, somewhere further down."""
    rng = chance("repeated-" + topic)
    result = list(rows)
    for row in rng.sample(rows, count):
        result.insert(rng.between(result.index(row) + 1, len(result)), row)
    return result


def later(text, days):
    return (date.fromisoformat(text) + timedelta(days=days)).isoformat()


def with_other_terms(bodies):
    """Each body with, here and there, the one before it or the one after it."""
    rng = chance("terms")
    rows = []
    for body in bodies:
        place, name, kind, start, end = body
        rows.append(body)
        luck = rng.below(10)
        if luck < 2:
            before = rng.pick(["业主委员会", "物业管理委员会"])
            rows.append([place, name, before, later(start, -1000), start])
        elif luck == 2:
            rows.append([place, name, kind, end, later(end, 1095)])
    return repeated(rows, 3, "bodies")


def write_communities(bodies, town_of_pilot):
    """The communities with their towns; one has merged, one has moved, one will move."""
    rng = chance("communities")
    towns = ["镇街%02d" % n for n in range(1, 5)]
    rows = []
    for place, name, *_ in bodies:
        town = town_of_pilot.get(place) or rng.pick(towns)
        rows.append([place, name, town, "2019-01-01", ""])
    merged, *moving = rng.sample([row for row in rows if row[0] not in town_of_pilot], 3)
    for row, at_day in zip(moving, ("2025-07-01", "2026-01-01")):
        row[4] = at_day
        rows.insert(rows.index(row) + 1, [row[0], row[1], rng.pick(
            [town for town in towns if town != row[2]]), at_day, ""])
    rows.append(MERGED[:2] + [merged[2], "2019-01-01", "2025-04-01"])
    write_csv(DISTRICT, "communities.csv", ["小区编号", "小区", "镇街", "划入日期", "划出日期"],
              repeated(rows, 2, "communities"))


def write_conferences(held):
    rng = chance("cancelled")
    cancelled = [["J%02d" % (len(held) + n), later(row[1], 9), row[2], row[3]]
                 for n, row in enumerate(rng.sample(held, 3), 1)]
    write_csv(DISTRICT, "conferences.csv", ["会议编号", "会议日期", "社区", "议题"],
              repeated(held + cancelled, 2, "conferences"))
    write_csv(DISTRICT, "cancellations.csv", ["会议编号", "取消日期"],
              [[row[0], later(row[1], -1)] for row in cancelled])


def write_checkins(first, towns):
    """Adds lines said twice, said of two places on one day, moves, and members who left again."""
    rng = chance("moves")
    rows = list(first)
    for member, at, town in rng.sample(first, 70):
        rows.append([member, later(at, rng.between(0, 1)), town])
    for member, at, town in rng.sample(first, 45):
        other = rng.pick([t for t in towns if t != town])
        rows.append([member, min(later(at, rng.between(5, 60)), "2025-10-31"), other])
    for member, at, town in rng.sample(first, 6):
        rows.append([member, at, rng.pick([t for t in towns if t != town])])
    gone = [["PM%05d" % (len(first) + n), later("2025-02-01", n), rng.pick(towns)]
            for n in range(1, 15)]
    rows.sort(key=lambda row: (row[1], row[0]))
    write_csv(DISTRICT, "checkins.csv", ["党员编号", "报到日期", "社区"], rows + gone)
    write_csv(DISTRICT, "withdrawals.csv", ["党员编号", "退出日期"],
              [[row[0], later(row[1], rng.between(30, 200))] for row in gone])


def write_teams(teams):
    gone = [["Q%02d" % n, "应急志愿服务队%02d" % n, "社区%02d" % n, "2025-02-%02d" % n]
            for n in range(len(teams) + 1, len(teams) + 4)]
    for number, row in enumerate(gone, 1):
        row[2] = teams[number][2]
    write_csv(DISTRICT, "teams.csv", ["队伍编号", "队伍", "社区", "成立日期"],
              repeated(teams + gone, 2, "teams"))
    write_csv(DISTRICT, "dissolutions.csv", ["队伍编号", "解散日期"],
              [[row[0], later(row[3], 150)] for row in gone])


def write_items(solved):
    """Adds items that are open, or open again; some solved ones were open again for a while."""
    rng = chance("reopened")
    rows = list(solved)
    for number, (kind, state) in enumerate([("急难愁盼", "办理中"), ("管道问题", "办理中"),
                                            ("急难愁盼", "重新办理"), ("管道问题", "重新办理"),
                                            ("急难愁盼", "已解决"), ("管道问题", "已解决")] * 3, 1):
        rows.append(["F%04d" % (len(solved) + number), kind, "C%03d" % rng.between(1, 93),
                     "Q%02d" % rng.between(1, 22), "2025-10-%02d" % number,
                     "" if state == "办理中" else "2025-10-%02d" % (number + 5), state])
    again = []
    for row in rng.sample(solved, 12):
        reopened = later(row[5], rng.between(1, 3))
        again.append([row[0], reopened, later(reopened, rng.between(0, 3))])
    again += [[row[0], later(row[5], 2), ""] for row in rows[len(solved):] if row[6] == "已解决"]
    write_csv(DISTRICT, "items.csv",
              ["事项编号", "类型", "小区编号", "队伍编号", "登记日期", "办结日期", "状态"],
              repeated(rows, 16, "items"))
    write_csv(DISTRICT, "reopenings.csv", ["事项编号", "重新办理日期", "再次办结日期"], again)


def write_repair():
    """The repair of the insulation of one community: squads, visits, items, disputes."""
    rng = chance("repair")

    def moment(month, day, hour):
        return "2025-%02d-%02dT%02d:%02d:00+08:00" % (month, day, hour, rng.below(60))

    # 120 of 124 homes were reached, so that this district asked for nine in ten.
    write_csv(DISTRICT, "terms.csv",
              ["入户覆盖率", "评价参与率", "每人评价户数上限", "必经环节", "须走程序事项", "决策主体",
               "征集天数", "评价天数", "来源", "依据"],
              [["9/10", "1/2", "2", "协商", "", "", "0", "0",
                "示例数据：外墙保温板维修，入户九成", "解读"]])
    squads, visits = [], []
    for number in range(1, 8):
        people = ["V%02d%d" % (number, k) for k in (1, 2, 3)]
        homes = ["%d-%d-%02d01" % (number, 1 + k % 2, 1 + k // 2)
                 for k in range(20 if number < 7 else 4)]
        squads.append(["S%d" % number, moment(3, 3, 9), ";".join(people), ";".join(homes)])
        if number == 7:
            continue
        for home in homes:
            if rng.percent(25):
                visits.append([home, rng.pick(people), moment(3, 4 + number, 10),
                               rng.pick(["不在", "谢绝"])])
            visits.append([home, rng.pick(people), moment(3, 14 + number, 19),
                           rng.pick(["同意", "同意", "同意", "反对", "未定"])])
    # Nobody was at home at a later visit to somebody who had been asked already.
    visits.append([visits[0][0], "V011", "2025-03-21T19:05:00+08:00", "不在"])
    write_csv(DISTRICT, "squads.csv", ["专班编号", "组建时间", "成员编号", "房号"],
              repeated(squads, 1, "squads"))
    write_csv(DISTRICT, "visits.csv", ["房号", "入户人编号", "入户时间", "结果"],
              repeated(visits, 5, "visits"))
    items = ["维修方案", "施工单位比选", "资金来源", "施工时段", "安全围挡", "质量监督", "竣工验收"]
    consulted = [[item, moment(3, 25, 15), moment(3, 26 + k % 5, 9), "小区公示栏",
                  hashlib.sha256(("示例协商纪要：" + item).encode("utf-8")).hexdigest()]
                 for k, item in enumerate(items)]
    write_csv(DISTRICT, "consulted.csv", ["事项", "协商时间", "公开时间", "公开位置", "纪要sha256"],
              repeated(consulted, 2, "consulted"))
    write_csv(DISTRICT, "disputes.csv", ["纠纷编号", "时间", "环节", "经办人编号", "当事人编号", "内容"],
              repeated(dispute_steps(moment), 2, "disputes"))


def dispute_steps(moment):
    """Eight disputes over the repair, step by step; two were closed and opened again."""

    def digest(text):
        return hashlib.sha256(text.encode("utf-8")).hexdigest()

    rows = []
    for n in range(1, 9):
        name, parties = "D%d" % n, "Z%02d;SG01" % n

        def step(when, what, content, who="", name=name):
            rows.append([name, when, what, "G01", who, content])

        def settle(turn, month, first, name=name, parties=parties, step=step):
            agreed = digest("示例协议：%s 第%d次" % (name, turn))
            step(moment(month, first + 4, 15), "调解", digest("示例调解方案：%s 第%d次" % (name, turn)),
                 parties)
            step(moment(month, first + 9, 16), "达成协议", agreed)
            step(moment(month, first + 11, 9), "履行核查", agreed)

        step(moment(4, n, 9), "发现", "外墙施工扰民", parties.split(";", 1)[0])
        step(moment(4, n, 10), "受理", "一般")
        step(moment(4, n, 11), "接办", "网格员接办")
        step(moment(4, n + 1, 15), "走访", "双方各执一词")
        if n == 2:
            step(moment(4, n + 10, 16), "转其他途径", "一方不愿调解，告知行政途径")
        else:
            settle(1, 4, n + 1)
        step(moment(4, n + 13, 10), "回访", "无异议")
        step(moment(4, n + 13, 16), "办结", "办结")
        if n in (2, 5):
            step(moment(5, 6, 9), "重新办理", "又有争执")
            step(moment(5, 6, 11), "接办", "网格员接办")
            step(moment(5, 8, 15), "走访", "双方愿意再谈")
            settle(2, 5, 10)
            step(moment(5, 22, 10), "回访", "双方满意")
            step(moment(5, 23, 16), "办结", "办结")
    return rows


def write_district_files():
    """Counts as printed in a newspaper article; every name, number and date is invented."""
    DISTRICT.mkdir(parents=True, exist_ok=True)
    rng = chance("district")
    as_of = date(2025, 11, 1)
    kinds = ["业主委员会"] * 11 + ["物业管理委员会"] * 82
    rng.shuffle(kinds)
    bodies = []
    for place, kind in enumerate(kinds, 1):
        years = 5 if kind == "业主委员会" else 3
        start = as_of - timedelta(days=rng.between(30, years * 365 - 60))
        start = start.replace(day=min(start.day, 28))
        bodies.append(["C%03d" % place, "小区%02d" % place, kind, start.isoformat(),
                       start.replace(year=start.year + years).isoformat()])
    write_csv(DISTRICT, "bodies.csv", ["小区编号", "小区", "机构类型", "成立日期", "届满日期"],
              with_other_terms(bodies) + [MERGED])

    def day(low, high):
        return low + timedelta(days=rng.below((high - low).days + 1))

    towns = ["社区%02d" % n for n in range(1, 18)]
    conferences = sorted(day(date(2025, 1, 6), date(2025, 9, 26)) for _ in range(17))
    held = [["J%02d" % (i + 1), at.isoformat(), towns[i], "党建联席会"]
            for i, at in enumerate(conferences)]
    write_conferences(held)
    subjects = ["老旧管网改造", "停车秩序", "楼道照明", "飞线充电治理", "加装晾晒设施", "垃圾投放点调整",
                "养老助餐", "公共绿地修补", "噪声扰民"]
    per_meeting = [3] * 8 + [2] * 9
    rng.shuffle(per_meeting)
    matters = []
    for place, count in enumerate(per_meeting):
        for _ in range(count):
            solved = conferences[place] + timedelta(days=rng.between(3, 30))
            matters.append(["X%03d" % (len(matters) + 1), "J%02d" % (place + 1),
                            rng.pick(subjects), "已解决", solved.isoformat()])
    pending = [["X%03d" % (len(matters) + n), held[4 * n][0], subject, "办理中", ""]
               for n, subject in enumerate(subjects[:3], 1)]
    write_csv(DISTRICT, "matters.csv", ["事项编号", "会议编号", "事项", "状态", "解决日期"],
              repeated(matters + pending, 4, "matters"))

    members = list(range(1, 1309))
    rng.shuffle(members)
    checkins = sorted((day(date(2025, 1, 2), date(2025, 10, 30)).isoformat(), "PM%05d" % m,
                       rng.pick(towns)) for m in members)
    write_checkins([[member, at, town] for at, member, town in checkins], towns)
    names = ["管网抢修", "邻里帮扶", "文明劝导", "法律咨询", "助老服务"]
    write_teams([["Q%02d" % (i + 1), "%s志愿服务队%02d" % (names[i % 5], i + 1), towns[i % 17],
                  day(date(2025, 1, 2), date(2025, 6, 30)).isoformat()] for i in range(22)])
    items = ["管道问题"] * 97 + ["急难愁盼"] * 685
    rng.shuffle(items)
    dated = sorted(day(date(2025, 1, 2), date(2025, 9, 30)) for _ in items)
    write_items([["F%04d" % (i + 1), kind, "C%03d" % rng.between(1, 93),
                  "Q%02d" % rng.between(1, 22), dated[i].isoformat(),
                  (dated[i] + timedelta(days=rng.between(0, 25))).isoformat(), "已解决"]
                 for i, kind in enumerate(items)])
    chosen = sorted(rng.sample(bodies, 5))
    advisers = ["法律", "财务", "工程"]
    pilots = [["N%d" % (i + 1), c[0], c[1], "镇街01" if i < 3 else "镇街02", "2025-10-31",
               "L%02d" % (i + 1), "镇街副职班子成员",
               ";".join("A%02d" % (3 * i + k) for k in (1, 2, 3)), ";".join(advisers),
               ";".join(sorted("PM%05d" % m for m in rng.sample(members, rng.between(4, 8))))]
              for i, c in enumerate(chosen)]
    short = next(b for b in bodies if b not in chosen)
    pilots.append(["N6", short[0], short[1], "镇街02", "2025-10-31", "L06", "镇街副职班子成员",
                   "A16;A17", ";".join(advisers[:2]), pilots[0][-1]])
    pilots = [p + ["HT-%s" % p[0], "WY-%s" % p[1], "2025-01-01"] for p in pilots]
    write_csv(DISTRICT, "pilots.csv",
              ["试点编号", "小区编号", "小区", "镇街", "组建日期", "联系指导员编号", "联系指导员职务",
               "专业顾问编号", "专业顾问类别", "志愿者编号", "服务合同编号", "物业服务企业编号", "合同起始日期"],
              repeated(pilots, 1, "pilots"))
    write_communities(bodies, {pilot[1]: pilot[3] for pilot in pilots})
    write_repair()


if __name__ == "__main__":
    write_community_files()
    write_district_files()
