export const asianNames = {
  ja: {
    female:
      'Aoi=葵 Chihiro=千尋 Haruka=遥 Honoka=穂花 Kaede=楓 Minori=実 Mio=澪 Nagisa=渚 Rin=凛 Sayaka=彩香 Tsubaki=椿 Yui=結衣',
    male: 'Asahi=朝陽 Daichi=大地 Haruto=陽翔 Itsuki=樹 Kaito=海斗 Makoto=誠 Naoki=直樹 Ren=蓮 Sora=空 Takumi=匠 Tsubasa=翼 Yuma=悠真',
    heads:
      'Aki=秋 Fuji=藤 Ishi=石 Kawa=川 Kita=北 Matsu=松 Minami=南 Mori=森 Naga=永 Taka=高 Uchi=内 Yoko=横',
    tails: 'hara=原 moto=本 mura=村 no=野 saka=坂 shima=島 ura=浦 zawa=沢',
    native: 'family given',
  },
  ko: {
    female:
      'Bomi=보미 Chaewon=채원 Eunha=은하 Gaeun=가은 Harin=하린 Jia=지아 Minseo=민서 Nari=나리 Seoyeon=서연 Soyul=소율 Yerin=예린 Yuna=유나',
    male: 'Dongha=동하 Geonu=건우 Hajun=하준 Jiho=지호 Joonho=준호 Minseok=민석 Seojun=서준 Siwoo=시우 Sungmin=성민 Woojin=우진 Yechan=예찬 Yul=율',
    heads: 'Baek=백 Cheon=천 Do=도 Eom=엄 Gil=길 Ha=하 Ji=지 Ma=마 Pyo=표 Seol=설 Tak=탁 Won=원',
    tails: '-',
    native: 'familygiven',
  },
  zh: {
    female:
      'Hui_Min=慧敏 Jia_Ying=佳颖 Li_Shan=丽珊 Mei_Ting=美婷 Pei_Shan=佩珊 Shu_Fen=淑芬 Wan_Ling=婉玲 Xin_Yi=欣怡',
    male: 'Boon_Keng=文庆 Chee_Hao=志豪 Kok_Leong=国良 Ming_Wei=明伟 Wei_Jian=伟健 Yong_Sheng=永胜 Zhi_Hong=志宏 Zi_Yang=子扬',
    heads: 'Ang=洪 Chia=谢 Foo=符 Goh=吴 Koh=许 Ng=黄 Quek=郭 Seah=佘 Toh=卓 Yeo=杨',
    tails: '-',
    native: 'familygiven',
  },
  ka: {
    female: 'Ana=ანა Eka=ეკა Keti=ქეთი Lali=ლალი Maka=მაკა Nana=ნანა Nino=ნინო Tamta=თამთა',
    male: 'Archil=არჩილ Beka=ბექა Davit=დავით Gela=გელა Irakli=ირაკლი Levan=ლევან Otar=ოთარ Zaza=ზაზა',
    heads: 'Dzneli=ძნელი Kvari=კვარი Lomi=ლომი Mtari=მთარი Nadi=ნადი Rukhi=რუხი Tsiskari=ცისკარი',
    tails: 'dze=ძე shvili=შვილი',
  },
  ar: {
    female: 'Amal=أمل Dana=دانا Farah=فرح Huda=هدى Lina=لينا Nour=نور Salma=سلمى Yasmin=ياسمين',
    male: 'Adnan=عدنان Basil=باسل Fadi=فادي Hani=هاني Khaled=خالد Majed=ماجد Nidal=نضال Samer=سامر',
    heads:
      'al-Bustani=البستاني al-Hajjar=الحجار al-Karaki=الكركي al-Najjar=النجار al-Sayegh=الصايغ Haddadin=حدادين Khatib=خطيب Nabulsi=نابلسي',
    tails: '-',
  },
} as const
