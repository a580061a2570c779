"""Words such as 适用 behind whole goods, which say for whom these are, and before parts, which go with them."""

import pytest

from detectors.text_match import TextMatch
from monitor.inspection import Inspector
from tests.detectors.severities import severity
from tests.detectors.test_circulation import BRANDS

INSPECTOR = Inspector(BRANDS, detectors=[TextMatch])


@pytest.mark.parametrize(
    "title",
    [
        "岚沐 降噪耳机 适用 苹果 安卓",
        "岚沐 耳机 适用 运动 跑步",
        "岚沐 K2 耳机 适用手机 平板 电脑",
        "适用学生 岚沐 耳机",
        "岚沐 耳机 四季适用",
        "岚沐 耳机 适用人群 学生",
        "ハルテ バッグ 通学用",
        "ハルテ レザーバッグ 通勤用 黒",
        "달비트 가방 데일리용",
        "달비트 가죽 가방 출퇴근용",
        "岚沐 耳机 適用 蘋果 華為",
        "岚沐 头戴式耳机 适用场合 会议 办公",
        "岚沐 耳机 适用于 苹果手机",
    ],
)
def test_goods_for_somebody_are_the_marks(title: str) -> None:
    assert severity(INSPECTOR, title) >= 20


@pytest.mark.parametrize(
    "title",
    [
        "岚沐 耳机 高仿 适用 安卓 苹果",
        "岚沐 耳机 精仿 适用 上班",
        "岚沐 复刻 1:1 耳机 适用 女生",
        "岚沐 耳机 高仿 适用人群 成人",
        "岚沐 K2 耳机 A货 适用手机",
        "ハルテ バッグ スーパーコピー 通学用",
        "ハルテ レザーバッグ スーパーコピー 対応",
        "ハルテ バッグ N級品 ギフト用",
        "달비트 가방 데일리용 미러급",
        "달비트 가방 통근용 레플리카 미러급",
        "高仿 岚沐 耳机 适用 情侣 送礼",
    ],
)
def test_and_words_of_counterfeiting_are_said_of_them(title: str) -> None:
    assert severity(INSPECTOR, title) == 90


@pytest.mark.parametrize(
    "title",
    [
        "岚沐 耳机 适用 海绵套 耳罩",
        "适用 岚沐 耳机 保护套",
        "适用于 岚沐 K2 耳机套",
        "海绵套 岚沐 耳机 适用",
        "岚沐 K2 适用 充电线",
        "岚沐耳机适用 收纳盒 便携",
        "岚沐 耳机 适用 快装挂架",
        "ハルテ バッグ 対応 バッグインバッグ",
        "ハルテ バッグ用 ストラップ",
        "ハルテ対応 持ち手カバー",
        "달비트 가방용 스트랩",
        "달비트 가방 호환 끈",
        "岚沐 耳机 专用 挂绳 运动",
        "手机壳 适用 岚沐 手机",
        "岚沐 耳机 适用 苹果 充电器 数据线",
        "表带 适用男士 岚沐 手表",
        "适用 苹果 华为 岚沐 耳机套",
        "岚沐 耳机 适用 手机支架",
        "岚沐耳机 适用 华为 快充头",
    ],
)
def test_parts_go_with_the_marks_goods(title: str) -> None:
    assert severity(INSPECTOR, title) == 0


@pytest.mark.parametrize(
    "title",
    [
        "岚沐 耳机 适用 海绵套 高仿皮",
        "海绵套 岚沐 耳机 适用 高仿",
        "适用于 岚沐 K2 耳机 保护套 复刻",
        "ハルテ バッグ 対応 レプリカ ストラップ",
    ],
)
def test_and_such_words_beside_them_are_a_note(title: str) -> None:
    assert severity(INSPECTOR, title) <= 20
