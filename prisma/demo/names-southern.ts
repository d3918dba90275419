export const southernNames = {
  es: {
    female: 'Águeda Begoña Concepción Elvira Fátima Inés Jimena Leocadia Maruxa Noelia Rocío Ximena',
    male: 'Álvaro Benigno Ciríaco Efraín Fermín Germán Íñigo Joaquín Nuño Raúl Saúl Ulises',
    heads: 'Alde Campo Fuente Monte Peña Ribe Roble Serra Torre Valde',
    tails: 'alba luengo mayor nueva rrubia seca verdeja',
  },
  pt: {
    female: 'Adozinda Benedita Catarina Deolinda Elisabete Filomena Graça Inês Judite Lurdes Noémia Violante',
    male: 'Abílio Brás Custódio Duarte Estêvão Florêncio Gonçalo Honório Inácio Joaquim Lourenço Tomé',
    heads: 'Campo Fonte Monte Pedra Serra Souto Terra Vale',
    tails: 'alva longa nova redonda seca verde',
  },
  it: {
    female:
      'Agnese Benedetta Costanza Donatella Elettra Fiammetta Ginevra Ilaria Luisella Mirella Ornella Vanda',
    male: 'Amedeo Battista Cosimo Dario Ermanno Ferruccio Gualtiero Isidoro Leandro Niccolò Ruggero Umberto',
    heads: 'Bosco Campo Fonte Monte Prato Rocca Selva Torre Valle Villa',
    tails: 'alta chiara fredda grande lunga secca vecchi',
  },
  ro: {
    female:
      'Anca Brândușa Codruța Despina Ilinca Lăcrămioara Mădălina Ruxandra Sânziana Smaranda Ștefania Viorica',
    male: 'Aurel Costel Dănuț Ghiță Horațiu Ionuț Liviu Mircea Pătru Răzvan Șerban Țuțu',
    heads: 'Brad Dumbrăv Frasin Lunc Păltin Plop Răchit Stân Ulm Vâlc',
    tails: 'aru eanu escu ică oiu',
  },
  sq: {
    female: 'Albana Besjana Drita Elira Flutura Hana Jehona Lindita Mirela Shpresa Teuta Vjollca',
    male: 'Agron Besnik Dritan Ervin Fatos Gëzim Ilir Kujtim Luan Petrit Skënder Ylli',
    heads: 'Bardh Dib Gjon Kol Mark Prel Shal Trash',
    tails: 'aj aku ani eci olli',
  },
  tr: {
    female: 'Ayşegül Berrin Çiğdem Dilek Esra Feride Gülşen Hülya Işıl Müge Şebnem Zübeyde',
    male: 'Ahmet Barış Cengiz Doğan Ertuğrul Gökhan İlker Kağan Oğuz Özgür Şükrü Tuğrul',
    heads: 'Ak Altın Boz Demir Gök Kara Kızıl Yeşil',
    tails: 'çınar dağlı öz su şahin tepe yurt',
  },
  el: {
    female:
      'Athanasia=Αθανασία Vasiliki=Βασιλική Georgia=Γεωργία Despoina=Δέσποινα Eleni=Ελένη Zoi=Ζωή Kalliopi=Καλλιόπη Lamprini=Λαμπρινή Myrto=Μυρτώ Panagiota=Παναγιώτα',
    male: 'Anastasios=Αναστάσιος Vasileios=Βασίλειος Georgios=Γεώργιος Dimosthenis=Δημοσθένης Evangelos=Ευάγγελος Iason=Ιάσων Lampros=Λάμπρος Nikiforos=Νικηφόρος Polychronis=Πολυχρόνης Stylianos=Στυλιανός',
    heads:
      'Argyr=Αργυρ Chrys=Χρυσ Dafn=Δαφν Karvoun=Καρβουν Meliss=Μελισσ Petrin=Πετριν Thalass=Θαλασσ Vounar=Βουναρ',
    tails: 'akis=άκης/aki=άκη iadis=ιάδης/iadou=ιάδου idis=ίδης/idou=ίδου opoulos=όπουλος/opoulou=οπούλου',
  },
} as const
