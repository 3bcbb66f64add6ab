package dsn

import "sync"

// grammaire is the whole norm, as known, in one version.
type grammaire struct {
	*dictionnaire
	envoi           schema[Envoi]
	emetteur        schema[Emetteur]
	contactEmetteur schema[ContactEmetteur]
	declaration     schema[Declaration]
	contactDeclare  schema[ContactDeclare]
	entreprise      schema[Entreprise]
	etablissement   schema[Etablissement]
	individu        schema[Individu]
	identite        schema[ChangementIdentite]
	contrat         schema[Contrat]
	changement      schema[Changement]
	arret           schema[Arret]
	tempsPartiel    schema[TempsPartiel]
	finContrat      schema[FinContrat]
	suspension      schema[Suspension]
	versement       schema[Versement]
	remuneration    schema[Remuneration]
	activite        schema[Activite]
	prime           schema[Prime]
	elementNet      schema[ElementNet]
	retraite        schema[Retraite]
	base            schema[Base]
	composant       schema[Composant]
	cotisation      schema[Cotisation]
	anciennete      schema[Anciennete]
	total           schema[total]
}

// total is the last block of the file, S90.G00.90.
type total struct{ rubriques, declarations int64 }

// grammaires holds one grammar for each version that the data tell apart.
var grammaires = sync.OnceValue(func() map[int]*grammaire {
	m := map[int]*grammaire{versionAncienne: nouvelleGrammaire(versionAncienne)}
	for _, v := range versionsConnues() {
		m[v] = nouvelleGrammaire(v)
	}
	return m
})

func nouvelleGrammaire(version int) *grammaire {
	d := nouveauDictionnaire(version)
	return &grammaire{
		dictionnaire:    d,
		envoi:           nouveauSchema(d, blocEnvoi, champsEnvoi),
		emetteur:        nouveauSchema(d, blocEmetteur, champsEmetteur),
		contactEmetteur: nouveauSchema(d, blocContactEmetteur, champsContactEmetteur),
		declaration:     nouveauSchema(d, blocDeclaration, champsDeclaration),
		contactDeclare:  nouveauSchema(d, blocContactDeclare, champsContactDeclare),
		entreprise:      nouveauSchema(d, blocEntreprise, champsEntreprise),
		etablissement:   nouveauSchema(d, blocEtablissement, champsEtablissement),
		individu:        nouveauSchema(d, blocIndividu, champsIndividu),
		identite:        nouveauSchema(d, blocIdentite, champsIdentite),
		contrat:         nouveauSchema(d, blocContrat, champsContrat),
		changement:      nouveauSchema(d, blocChangement, champsChangement),
		arret:           nouveauSchema(d, blocArret, champsArret),
		tempsPartiel:    nouveauSchema(d, blocTempsPartiel, champsTempsPartiel),
		finContrat:      nouveauSchema(d, blocFinContrat, champsFinContrat),
		suspension:      nouveauSchema(d, blocSuspension, champsSuspension),
		versement:       nouveauSchema(d, blocVersement, champsVersement),
		remuneration:    nouveauSchema(d, blocRemuneration, champsRemuneration),
		activite:        nouveauSchema(d, blocActivite, champsActivite),
		prime:           nouveauSchema(d, blocPrime, champsPrime),
		elementNet:      nouveauSchema(d, blocElementNet, champsElementNet),
		retraite:        nouveauSchema(d, blocRetraite, champsRetraite),
		base:            nouveauSchema(d, blocBase, champsBase),
		composant:       nouveauSchema(d, blocComposant, champsComposant),
		cotisation:      nouveauSchema(d, blocCotisation, champsCotisation),
		anciennete:      nouveauSchema(d, blocAnciennete, champsAnciennete),
		total:           nouveauSchema(d, blocTotal, champsTotal),
	}
}
