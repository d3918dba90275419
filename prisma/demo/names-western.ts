export const westernNames = {
  en: {
    female: 'Agatha Bryony Cordelia Dilys Eleanor Freya Gwendolyn Imogen Jocelyn Marigold Rowena Winifred',
    male: 'Alasdair Bartholomew Clive Desmond Edmund Fergus Gareth Hamish Leopold Nigel Rupert Tristan',
    heads: 'Ash Brook Coln Fair Haw Lang Oaken Thorn Wether Yar',
    tails: 'bourne combe field ley mere stead wick worth',
  },
  de: {
    female: 'Annelie Brigitte Dörte Elfriede Friederike Gesine Heike Ingeborg Jördis Käthe Liesel Ursula',
    male: 'Albrecht Bernd Detlef Eckhard Falko Gerold Hartmut Jürgen Lothar Rüdiger Volker Wolfram',
    heads: 'Birken Eich Grün Hasel Hohen Kiefern Linden Mühl Rosen Wiesen',
    tails: 'bruch brück büttel horst kamp rath stett weiß',
  },
  nl: {
    female: 'Anneke Betje Coby Femke Geertje Hanneke Ilse Jantien Lotte Marijke Sjoukje Wilhelmina',
    male: 'Bram Cornelis Diederik Ewout Gijs Huub Jasper Lubbert Maarten Reinier Siebe Wouter',
    heads: 'Duin Hage Klaver Linde Meer Molen Ooster Veen Wester Zand',
    tails: 'berg hof huis kamp man stra veld wijk',
  },
  fr: {
    female:
      'Adélaïde Bénédicte Clémence Delphine Édith Françoise Geneviève Hélène Josiane Mireille Noëlle Solène',
    male: 'Aurélien Baptiste Cédric Étienne Fabrice Gaël Hervé Loïc Mathurin Rémi Sylvain Théophile',
    heads: "Beau Bois Clair Font Haute L'Oise Mont Pré Roche Val",
    tails: 'brune chêne doré gélin mart rive sault vigne',
  },
  hu: {
    female: 'Ágnes Boglárka Csilla Dorottya Enikő Gyöngyi Ildikó Katalin Orsolya Réka Szilvia Zsófia',
    male: 'Ákos Balázs Csaba Dénes Elemér Gergő Győző Jenő Kálmán Sándor Tibor Zsolt',
    heads: 'Homok Kis Kő Mező Nagy Nyár Sár Szil',
    tails: 'bányai falvi halmi pataki szegi völgyi',
  },
} as const
