"""Whether a listing sells new goods: titles say it where the field of the page is left at its default."""

import re

from monitor.products.alternatives import any_of
from monitor.products.words import fold
from monitor.records import Availability, Condition, Listing

NOT_NEW = any_of(
    r"\bused\b(?![ -](?:by|in|for|with|as|look|style|effect|wash))|\bpre[ -]?(?:owned|loved)\b|\bsecond[ -]?hand\b"
    r"|\bopen[ -]box\b|\brefurb"
    r"|\brenewed\b"
    r"|\bre-?manufactured\b|\brecertified\b|\bfor parts\b|\bspares or repair|\bnot working\b|\bfaulty\b|\bbroken\b"
    r"|\bex-?demo\b"
    r"|\bdisplay model\b|\bgebraucht|\b2\. ?wahl\b|\bgeneralüberholt|\brefurbished\b|\bwieder ?aufbereitet|\bdefekt"
    r"|\bbastler"
    r"|\bausstellungs(?:stück|ware)|\bzweite hand\b|\brückläufer|\baussteller\b|\bvorführ|\bb-ware\b"
    r"|\bd['’]occasion\b|\breconditionn|\bremis à neuf|\bpour pièces\b|[,-] ?occasion\b|\bseconde main\b"
    r"|\bdéjà (?:utilisé|porté)"
    r"|\ben panne\b"
    r"|\busad[oa]s?\b|\bsegunda mano\b|\breacondicionad|\bde exposición\b|\bpara piezas\b|\bseminuev"
    r"|\bde ocasión\b|\baveriad"
    r"|\busat[oa]\b|\bricondizionat|\bseconda mano\b|\bper ricambi\b|\bguasto\b|\brecondicionad|\bseminov[oa]\b"
    r"|\bda esposizione\b|\brigenerat|\bguast[aie]\b|\bsegunda mão\b|\bcom defeito\b"
    r"|\b(?:para|retirada de) peças\b|\bde mostruário\b"
    r"|\btweedehands\b|\bgebruikt|\bopgeknapt|\bużywan|\bodnowion|\buszkodzon|\bбу\b|б/у|восстановлен"
    r"|\b(?:as|like) new\b|\bneuwertig|\bcomme neuf\b|\bcomo nuev[oa]\b|\bcome nuov[oa]\b|\bcomo novo\b"
    r"|\breconditioned\b"
    r"|\b(?:ex-?)?demo unit\b|\bkaputt|\bgraded? [bc]\b|\bikinci el\b|\bbegagnad|\bbrugt\b|\bkäytetty"
    r"|\bpoužit[éeýá]\b"
    r"|\bhasznált\b|\bmeget brugt\b|مستعمل|มือสอง|đã qua sử dụng"
    r"|\bex[ -]display\b|\bshop soiled\b|\bscratch (?:and|&) dent\b|\bcustomer returns?\b|\bnearly new\b"
    r"|\bworn (?:once|twice)\b"
    r"|\bnon[ -]working\b|\bpreviously owned\b|\b2\. ?hand\b|\bsecondhand\b|\bgebr\.|\bwie neu\b|\bb[ -]?ware\b"
    r"|\bretoure\b"
    r"|\b(?:wenig|kaum|einmal|leicht|selten) (?:be|ge)nutzt\b|\b(?:einmal|zweimal|kaum|wenig) getragen\b"
    r"|\baufgearbeitet"
    r"|\binstandgesetzt|\bmit (?:kratzern|mängeln|gebrauchsspuren)\b"
    r"|\bmodèle d['’]expo|\bretour client\b|\b(?:très )?bon état\b|\bétat (?:correct|moyen|d['’]usage)\b"
    r"|\ben l['’]état\b"
    r"|\bporté(?:e|s|es)? (?:une|deux|trois|quelques|\d) ?fois\b|\bpeu (?:porté|servi|utilisé)|\busagée?s?\b"
    r"|\bà réparer\b"
    r"|(?<!effet )\busée?s?\b|^\W*occasion ?[:-]"
    r"|\b(?:muy )?buen estado\b|\bpoco uso\b|\bcon tara\b|\bsemi ?nuov[oa]\b|\bpari al nuovo\b|\bnon funzionante\b"
    r"|\b(?:buone|ottime|discrete) condizioni\b|\b(?:ottimo|buono) stato\b|\bdifettos[oa]\b"
    r"|\b2e ?hands\b|\b2dehands\b|\b(?:showroom|show|demo|toonzaal)model\b|\bdefect\b|\bzo goed als nieuw\b"
    r"|\bals nieuw\b"
    r"|\bgebruikssporen\b|\bin (?:zeer )?(?:goede|nette) staat\b|\bgereviseerd"
    r"|\bkundenretoure|\breso (?:da )?cliente\b|\bretour (?:van )?klant\b|\bretourproduct|\bdevolución de cliente\b"
    r"|\b(?:één|een|1|paar|enkele) keer (?:gedragen|gebruikt)\b|\busat[oa] (?:una|poche) volt"
    r"|\buntested\b|\bfor spares\b|\bungeprüft\b|\bungetestet\b|\bnon testée?\b|\bsin probar\b"
    r"|\bnon testat[oa]\b|\bongetest\b"
    r"|\bvoor onderdelen\b|\butilisée? (?:une|deux|quelques|pendant)\b"
    r"|\b(?:mint|good|great|excellent|fair|used) cond(?:ition)?\b|\b2nd hand\b|\bshutter count\b|\bscratched\b"
    r"|\b(?:caja|caixa) (?:abierta|aberta)\b|\bscatola aperta\b|\bboîte ouverte\b|\bgeöffnete (?:box|verpackung)"
    r"|\bno enciende\b|\bnão liga\b|\bnon si accende\b|\bs['’]allume (?:pas|plus)\b|\bohne funktion\b|\bno power\b"
    r"|\bpara repuestos\b|ersatzteilspender|\bex esposizione\b|\bpouco uso\b|并品|並品|坏的|拆件"
    r"|\bb[ -]?stock\b|\b(?:store|shop|window) display\b|\bcosmetic (?:marks?|damage|blemish\w*|imperfections?)\b"
    r"|(?<!box )\bdamaged\b(?! box| packaging)|\bbeschädigt|\bendommagée?s?\b|\bdañad[oa]s?\b|\bdanneggiat[oaie]\b"
    r"|\bsold as[ -](?:is|seen)\b|\bas[ -]is\b|\btbe\b|\bgetragene?n?\b"
    r"|\bwell[ -]worn\b|\bwell[ -]used\b|\bheavily used\b|\bsome (?:fading|wear|marks|scratches|stains|rust)\b"
    r"|(?<!for )(?<!removes )\b(?:slight|light|minor|heavy|visible|signs of|with) (?:wear|scratches|scuffs"
    r"|fading)\b(?! remov)"
    r"|\b(?:cracked|smashed) (?:screen|display|glass|lens|lcd)\b|\b(?:screen|display|lcd) (?:is )?cracked\b"
    r"|\b(?:rip|tear|hole)s? (?:in|on)\b(?! (?:one|the wall))"
    r"|\b(?:display|glas|bildschirm|scheibe) (?:gesprungen|gerissen|kaputt)|\bdisplay(?:bruch|schaden)\b"
    r"|\bwasserschaden\b"
    r"|\bécran (?:cassé|fissuré|fêlé|rayé|hs)|\b(?:schermo|vetro|display) (?:rotto|crepato|graffiato)"
    r"|\bpantalla (?:agrietada|partida)"
    r"|\bscherm (?:kapot|gebarsten|stuk)|\b(?:kapot|gebarsten|stuk) scherm|画面割れ|液晶割れ|屏幕?碎|碎屏"
    r"|(?<!wasser)\baufbereitet\b|\bd['’]occase\b|\b2(?:ª|a|da) mano\b|(?<!efecto )\bgastad[oa]s?\b"
    r"|\bvintage gast[oa]\b"
    r"|\bbastante gast[oa]\b"
    r"|\bco[nm] uso\b(?= ?(?:[,.;)]|$))|\bavariad[oa]|\bvide[- ]greniers?\b|\bdachbodenfund|\bflohmarktfund"
    r"|[,;] rozaduras\b"
    r"|\bnão (?:aquece|funciona|carrega)\b|\bno (?:funciona|calienta|carga)\b|\bnon (?:funziona|carica|scalda)\b"
    r"|\bne (?:fonctionne|marche|chauffe|charge) (?:pas|plus)\b|\b(?:doesn['’]?t|won['’]?t) (?:work|turn on"
    r"|charge|start|heat)\b"
    r"|\b(?:geht|funktioniert|lädt|heizt) nicht\b|\b(?:werkt|laadt) niet\b|\bdoet het niet\b"
    r"|\bschlachtfest\b|\bausschlachten\b|\bpara despiece\b|\bdespiece\b|\bdesguace\b|\bsucata\b"
    r"|旧的|坏了|不能用|不开机|不通电|不制冷|穴あり|穴有|色落ち(?!し|防止|加工)|動作不良|不動品|動かない"
    r"|\bfor restoration\b|\bneeds (?:work|repair|restor\w+|tlc)\b"
    r"|\beuc\b|\bguc\b"
    r"|\bbespielt\b|\babgenutzt|\babgewetzt|\bverschlissen|\babgetragen|\bzu(?:m|r) restaur\w+|\bvergilbt"
    r"|\bverkratzt|\bverblichen"
    r"|\b(?:mit|kleine[rs]?|leichte[rs]?|einige) (?:flecken|fleck|abnutzung|verschleiss)\b|\bflugrost\b|\broststellen\b"
    r"|\bgebrauchsspur|\btragespuren\b"
    r"|\bà restaurer\b|\bà rénover\b|\b(?:traces|signes) d['’](?:usure|usage|utilisation)\b|\bhs\b(?! ?(?:\d|klar"
    r"|lack|clear|vernis|code|härter))"
    r"|\bhors service\b"
    r"|\b(?:petites?|quelques) (?:taches?|rayures|accrocs?|trous?)\b|\bavec (?:taches?|accrocs?)\b|\brayée? (?:à"
    r"|sur|au)\b"
    r"|\bdécolorée?s?\b|\bjaunie?s?\b|\babîmée?s?\b"
    r"|\bpara restaurar\b|\bcon (?:manchas?|desgaste|rozaduras|arañazos|rayones|óxido)\b|\b(?:señales|signos"
    r"|marcas|huellas) de uso\b"
    r"|(?<!efecto )\bdesgastad[oa]s?\b|\bdesteñid[oa]s?\b|\bestropead[oa]s?\b|\bpantalla (?:rayada|rota)\b"
    r"|\brayad[oa]s? (?:en|por)\b"
    r"|\bda restaurare\b|\bsegni (?:del tempo|d['’]uso|di (?:usura|utilizzo))\b|\bcon (?:macchi[ae]|graffi|usura"
    r"|ruggine)\b|(?<!effetto )\bconsumat[oa]\b"
    r"|\bscolorit[oa]\b|\brovinat[oaie]\b|\bgraffiat[oa]\b"
    r"|\bcom (?:desgastes?|manchas?|riscos?|arranhões|ferrugem|marcas de uso|avarias?)\b|\bmarcas de uso\b"
    r"|\bdesbotad[oa]s?\b"
    r"|\b(?:tela|tampa|carcaça) (?:quebrada|trincada|riscada|com risco)\b|\bsinais de (?:uso|desgaste)\b"
    r"|\bversleten\b|\b(?:met|kleine|lichte) (?:vlekken|vlekje|krassen|krasjes|slijtage|roest)\b"
    r"|\bgedragen\b(?! door)|\bopknapper\b|\bbespeeld\b"
    r"|磨[损損](?:明[显顯]|严重|处)|有(?:轻微)?(?:划痕|磨损|污渍|使用痕迹|破损|锈)|掉漆|古着(?!風|风)|汚れ(?:あり|有)|[傷キズ](?:あり|有)|シミ(?:あり|有)"
    r"|スレ(?:あり|有)|ダメージ(?:あり|有)|色あせ|色褪せ|割れ(?:あり|有)|サビ(?:あり|有)"
    r"|退货|[戴穿用]过|转卖|返品|一度(?:だけ)?(?:使|着)用|数回着用"
    r"|样品|展品|拆封|微瑕|配件机|(?<!新)美品|使用感|使用済|再生品|リファービッシュ|現状品|動作確認済|部品取り|[一数]回使用"
    r"|二手|翻新|官翻|闲置|[九8-9八]成新|(?<!\d)9\d新(?!款|品)|九[五九八]新|样机|(?<!电脑)(?<!手机)拆机(?!工具|螺丝)|转手|故障|瑕疵|展示品|中古(?!風)|難あり|整備済"
    r"|ジャンク|訳あり|開封済|중고|리퍼"
)


DENIED = re.compile(
    r"(?:\b(?:not|never|no|non|nie|nicht|kein|keine|keinerlei|ohne|jamais|pas|nunca|mai|nooit|niet|geen|nigdy|не"
    r"|isn't|un)"
    r"[ -]?|[非不无無未]|不是|未使用|没有?)$"
)
NAMED_CONDITION = frozenset(
    [
        *("condition", "zustand", "état", "etat", "estado", "condizione", "condizioni", "staat", "stan", "состояние"),
        *("成色", "新旧程度", "商品の状態", "状態"),
    ]
)


def not_new(listing: Listing) -> str:
    """What says that the goods are not new: the condition as read, or words of the title; else an empty string.

    "Never used" says the opposite; an attribute named condition (Zustand, 成色) counts like the title.
    """
    if listing.condition is not Condition.NEW:
        return f"condition {listing.condition}"
    if found := _said(listing.title):
        return f'"{found}" in the title'
    for name, value in listing.attributes.items():
        if fold(name).strip() in NAMED_CONDITION and (found := _said(value)):
            return f'"{found}" in the attribute {name}'
    return ""


def _said(text: str) -> str:
    folded = fold(text)
    for found in NOT_NEW.finditer(folded):
        if not DENIED.search(folded[max(0, found.start() - 12) : found.start()]):
            return found[0]
    return ""


def sells_new(listing: Listing) -> bool:
    """Whether new goods are offered that can be bought: only their prices are judged and compared."""
    gone = listing.availability in {Availability.OUT_OF_STOCK, Availability.DISCONTINUED}
    return not gone and not not_new(listing)
