/** Words of what stands around the window: menu, dialogs, start, and what goes wrong before there is a window. */

export const nlShell = {
  'menu.file': 'Bestand',
  'menu.edit': 'Bewerken',
  'menu.view': 'Beeld',
  'menu.window': 'Venster',
  'menu.about': 'Over Mailbewijs',
  'menu.hide': 'Verberg Mailbewijs',
  'menu.hideOthers': 'Verberg andere',
  'menu.unhide': 'Toon alles',
  'menu.quit': 'Stoppen',
  'menu.close': 'Sluit venster',
  'menu.undo': 'Ongedaan maken',
  'menu.redo': 'Opnieuw',
  'menu.cut': 'Knippen',
  'menu.copy': 'Kopiëren',
  'menu.paste': 'Plakken',
  'menu.selectAll': 'Alles selecteren',
  'menu.reload': 'Vernieuwen',
  'menu.zoomIn': 'Groter',
  'menu.zoomOut': 'Kleiner',
  'menu.zoomReset': 'Normale grootte',
  'menu.fullScreen': 'Volledig scherm',
  'menu.minimize': 'Minimaliseer',
  'menu.folder': 'Toon de map van dit register',
  'menu.developer': 'Ontwikkelaarsgereedschap',

  'kind.table': 'Tabellen en exports',
  'kind.setup': 'Instellingen van Mailbewijs',
  'kind.document': 'Documenten en afbeeldingen',
  'kind.any': 'Alle bestanden',
  'dialog.follow': 'Kies de map waarin je exports terechtkomen',
  'dialog.openFolder': 'Kies een map met bewijs',
  'dialog.saveFolder': 'Kies waar de map komt',
  'dialog.folderTaken':
    'Er staat al een map “{name}” met bestanden erin. Kies een andere naam, dan blijft de oude map zoals hij is.',
  'dialog.fine': 'Goed',

  'choose.title': 'Wat wil je controleren?',
  'choose.folder': 'Een map',
  'choose.zip': 'Een zip-bestand',
  'choose.cancel': 'Annuleren',

  'open.not-a-register': 'Dit bestand is geen register van Mailbewijs.',
  'open.not-a-register.do':
    'Er is niets aan veranderd. Kies een ander bestand, of verplaats dit bestand en begin opnieuw.',
  'open.newer-version': 'Dit register is gemaakt met een nieuwere versie van Mailbewijs.',
  'open.newer-version.do': 'Er is niets aan veranderd. Installeer de nieuwste versie en open het register daarmee.',
  'open.read-only': 'In dit register mag Mailbewijs niet schrijven.',
  'open.read-only.do':
    'Er is niets aan veranderd. Haal het kenmerk “alleen-lezen” van het bestand en zijn map weg en probeer het opnieuw.',
  'open.locked': 'Dit register is al open in een ander venster of programma.',
  'open.locked.do': 'Ga naar dat venster, of sluit het en probeer het opnieuw. Er gaat niets verloren.',
  'open.damaged': 'Dit register is beschadigd: een deel van het bestand is niet meer te lezen.',
  'open.damaged.do':
    'Er is niets aan veranderd. Bewaar een kopie van het bestand zoals het nu is en zet je laatste reservekopie terug.',
  'open.no-space': 'Er is niet genoeg ruimte op de schijf om het register te openen.',
  'open.no-space.do': 'Je register is zoals het was. Maak ruimte vrij en probeer het opnieuw.',
  'open.no-folder': 'De map van het register is er niet.',
  'open.no-folder.do':
    'Staat het register op een losse schijf of op het netwerk? Sluit die aan en probeer het opnieuw.',
  'open.no-permission': 'Je mag dit bestand of deze map niet openen.',
  'open.no-permission.do': 'Vraag wie deze computer beheert om toegang, of kies een andere map.',
  'open.where': 'Het gaat om: {file}',
  'open.title': 'Mailbewijs kan je register niet openen',
  'open.again': 'Sluit dit venster en start Mailbewijs opnieuw als het verholpen is.',

  'broken.title': 'Mailbewijs kon niet starten',
  'broken.do':
    'Je register is zoals het was. Start de computer opnieuw en probeer het nog eens. Blijft het misgaan, stuur ons dan deze code: {ref}',

  'start.building': 'Het venster wordt gebouwd; dat duurt even …',
  'start.buildFailed': 'Bouwen is niet gelukt. Draai “npm ci” en probeer het opnieuw.',
  'start.fetching': 'Electron wordt opgehaald; dat gebeurt één keer …',
  'start.noRuntime': 'Electron is hier niet te krijgen: Mailbewijs opent daarom in je browser.',
  'start.asRoot': 'Als root start Electron niet veilig: Mailbewijs opent daarom in je browser.',
  'start.noDisplay': 'Er is hier geen beeldscherm: Mailbewijs opent daarom in je browser.',
  'start.windowFailed': 'Het venster kon niet starten: Mailbewijs opent daarom in je browser.',
  'start.address': 'Open dit adres in je browser. Het werkt één keer, en alleen op deze computer:',
  'start.more': 'Enter geeft een nieuw adres, Ctrl+C stopt.',
  'start.stop': 'Ctrl+C stopt.',
  'start.closed': 'Mailbewijs is gesloten.',
  'start.lost':
    'Het register is onverwacht gestopt. Wat geschreven was, is veilig; de laatste handeling is misschien niet gelukt. Laad de pagina opnieuw.',
  'start.usage': `Start Mailbewijs: in een venster, of in je browser waar dat niet kan.

  npm start -- [--register BESTAND] [--web] [--port POORT]

  --register BESTAND  een ander register dan je eigen
  --web               altijd in de browser
  --port POORT        poort voor de browser (anders een vrije)
  --help              deze hulp`,
  'start.unknown': 'Deze optie ken ik niet. Zie --help.',
  'dev.noRuntime':
    'Electron is hier niet te krijgen. Ontwikkelen gaat alleen in het venster; “npm start” opent je browser.',

  'closed.title': 'Dit adres is al gebruikt',
  'closed.do':
    'Een adres van Mailbewijs werkt één keer. Druk in de terminal op Enter voor een nieuw adres, of start Mailbewijs opnieuw.',
} as const
