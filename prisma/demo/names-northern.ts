export const northernNames = {
  et: {
    female: 'Aune Helve Kaidi Leelo Maire Piret Riina Sirje Tiiu Virve Ülle Õie',
    male: 'Aivo Eerik Heino Jaagup Kalju Lembit Mihkel Otto Raivo Tõnis Ülo Väino',
    heads: 'Haava Jõe Kase Kivi Mere Metsa Nõmme Põllu Ranna Saare Soo Tamme',
    tails: 'laht merts nurm oja puu salu vere välja',
  },
  lv: {
    female: 'Aija Baiba Dace Elīna Ginta Ieva Laima Māra Rūta Sanita Skaidrīte Zane',
    male: 'Aivars Dainis Edgars Gints Ilmārs Jānis Kārlis Modris Normunds Raitis Uldis Zigmārs',
    heads: 'Bērz Dzirkst Egl Kalēj Krūm Lāč Liep Ozol Upmal Vītol Zvirb Āboliņ',
    tails: 'kalns/kalna kārkls/kārkla lauks/lauka manis/mane nieks/niece sils/sila',
  },
  lt: {
    female: 'Aistė Birutė Danguolė Eglė Gintarė Jūratė Laima Milda Rasa Skaistė Ugnė Živilė',
    male: 'Algirdas Darius Gediminas Kęstutis Linas Mindaugas Rimantas Šarūnas Tadas Vytenis Ąžuolas Žygimantas',
    heads: 'Girn Kalvel Kurp Lauk Rudz Šilin Varn Vėtr Žaliuk Ąžuol',
    tails: 'aitis/aitytė auskas/auskaitė ėnas/ėnaitė onis/onytė ūnas/ūnaitė',
  },
  fi: {
    female: 'Aino Eeva Hilkka Iida Kaisu Lempi Marjatta Outi Päivi Sirkka Tuulikki Venla',
    male: 'Aatos Eero Hannu Ilmari Jouko Kalevi Lauri Onni Pentti Reijo Seppo Väinö',
    heads: 'Haapa Halla Hauki Honka Järvi Kivi Koski Kuusi Lumi Suo',
    tails: 'lahti maa mäki niemi perä ranta salo vaara',
  },
  sv: {
    female: 'Annika Birgit Ebba Gunilla Ingegerd Karin Lovisa Märta Solveig Tuva Ulrika Åsa',
    male: 'Anders Börje Emil Gösta Håkan Joakim Lennart Mats Rutger Sven Torbjörn Åke',
    heads: 'Alm Björk Dal Ek Frost Grön Hav Lind Sten Älv',
    tails: 'fors hage kvist näs rot torp tun vall',
  },
  no: {
    female: 'Astrid Bergljot Dagny Eldrid Gunnhild Ingrid Kjersti Ragnhild Sigrun Solfrid Tove Åshild',
    male: 'Arvid Bjørn Eirik Gaute Håvard Knut Leif Odd Pål Sigurd Terje Øyvind',
    heads: 'Berge Fjell Grøn Hauge Lunde Myr Nord Skog Sol Øvre',
    tails: 'bakken dal eng hei moen stad vik ås',
  },
  da: {
    female: 'Birthe Dorthe Else Grethe Inger Jytte Karen Lærke Mette Signe Sørine Vibeke',
    male: 'Aksel Bent Ejnar Frode Henning Jørgen Kaj Mogens Palle Søren Troels Åge',
    heads: 'Ager Bøge Eng Fugl Gærde Holm Kær Lynge Rosen Vester',
    tails: 'bæk dal gaard holt krog lund skov toft',
  },
  is: {
    female: 'Arna Birna Dagný Eyrún Guðrún Halla Hrefna Ólöf Sigríður Svanhildur Þórdís Ýr',
    male: 'Árni Birgir Einar Gísli Hlynur Ingvar Jökull Kári Oddur Sigurjón Úlfar Þorgeir',
    heads: 'Árna Birgis Einars Gísla Hlyns Ingvars Jökuls Kára Odds Steinars Úlfars Þorgeirs',
    tails: 'son/dóttir',
  },
} as const
