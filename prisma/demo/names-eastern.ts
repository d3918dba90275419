export const easternNames = {
  pl: {
    female: 'Agnieszka Bożena Danuta Elżbieta Grażyna Halina Jadwiga Łucja Małgorzata Róża Wiesława Zofia',
    male: 'Bogusław Czesław Dobiesław Grzegorz Ignacy Jarosław Kazimierz Łukasz Mieczysław Przemysław Sławomir Wacław',
    heads: 'Brzez Dąbr Jawor Jesion Kalin Lip Olsz Sosn Topol Wierzb',
    tails: 'ecki/ecka iński/ińska nicki/nicka owiak owicz',
  },
  cs: {
    female: 'Alžběta Blažena Dobromila Eliška Hedvika Jiřina Květa Ludmila Markéta Růžena Šárka Zdeňka',
    male: 'Bedřich Ctirad Dalibor František Hynek Jiří Květoslav Luboš Matěj Přemysl Řehoř Zdeněk',
    heads: 'Doubr Háj Javor Kopř Lísk Mlyn Potůč Sedl Vrb Žit',
    tails: 'áček/áčková avský/avská ina/inová ník/níková ovec/ovcová',
  },
  sk: {
    female: 'Božena Drahomíra Elena Gabriela Jarmila Kvetoslava Ľubica Mária Oľga Radoslava Viera Želmíra',
    male: 'Augustín Bohumil Cyril Ďuro Fedor Gejza Imrich Ľudovít Matúš Ondrej Štefan Vendelín',
    heads: 'Dúbrav Hôr Jablon Kalin Lipt Medz Polj Remen Skal Zbor',
    tails: 'áč/áčová ický/ická ník/níková ovan/ovanová ský/ská',
  },
  sl: {
    female: 'Alenka Breda Cvetka Darja Erika Jožica Ksenija Ljudmila Mojca Neža Špela Živa',
    male: 'Aljaž Blaž Črt Drago Franc Gašper Janez Klemen Matjaž Rožle Šime Žiga',
    heads: 'Brez Dolin Gor Hrast Javor Kozor Lesk Podgor Slap Vrh',
    tails: 'ar ič jak nik ovec šek',
  },
  hr: {
    female: 'Anđela Božica Dubravka Đurđica Iskra Jasenka Ljerka Mirjana Snježana Štefica Višnja Željka',
    male: 'Ante Berislav Božidar Dražen Đuro Hrvoje Krešimir Ljubomir Mladen Tvrtko Vjeko Zvonimir',
    heads: 'Brez Dub Gor Jablan Kamen Lipov Medv Planin Rašelj Vrban',
    tails: 'ešić ić inec ović šćak',
  },
  bg: {
    female:
      'Antoaneta=Антоанета Bistra=Бистра Vesela=Весела Galina=Галина Desislava=Десислава Elitsa=Елица Zhivka=Живка Kalina=Калина Lyudmila=Людмила Rositsa=Росица',
    male: 'Asen=Асен Borislav=Борислав Veselin=Веселин Georgi=Георги Dimitar=Димитър Zhelyazko=Желязко Kaloyan=Калоян Lyubomir=Любомир Plamen=Пламен Tsvetan=Цветан',
    heads: 'Breg=Брег Dab=Дъб Kamen=Камен Rus=Рус Skal=Скал Topol=Топол Vrab=Враб Yavor=Явор',
    tails: 'anski=ански/anska=анска arov=аров/arova=арова chev=чев/cheva=чева ovski=овски/ovska=овска',
  },
  mk: {
    female:
      'Biljana=Билјана Verica=Верица Gordana=Гордана Dragana=Драгана Jagoda=Јагода Ljupka=Љупка Marija=Марија Snežana=Снежана',
    male: 'Aleksandar=Александар Blagoj=Благој Dragan=Драган Zoran=Зоран Jovan=Јован Kiril=Кирил Ljupčo=Љупчо Trajče=Трајче',
    heads: 'Bistr=Бистр Brez=Брез Dabov=Дабов Kostur=Костур Planin=Планин Srebr=Сребр',
    tails: 'anovski=ановски/anovska=ановска eski=ески/eska=еска evski=евски/evska=евска',
  },
  uk: {
    female:
      'Alla=Алла Bohdana=Богдана Halyna=Галина Daryna=Дарина Zoriana=Зоряна Iryna=Ірина Kateryna=Катерина Lesia=Леся Mariana=Мар’яна Olha=Ольга Solomiia=Соломія Yaryna=Ярина',
    male: 'Andrii=Андрій Bohdan=Богдан Vasyl=Василь Hryhorii=Григорій Danylo=Данило Yevhen=Євген Ivan=Іван Mykola=Микола Ostap=Остап Roman=Роман Taras=Тарас Yurii=Юрій',
    heads:
      'Dub=Дуб Kalyn=Калин Kovtun=Ковтун Lypov=Липов Morhun=Моргун Sokyr=Сокир Topol=Топол Verb=Верб Yasen=Ясен',
    tails: 'chuk=чук enko=енко ets=ець iuk=юк yshyn=ишин',
  },
} as const
