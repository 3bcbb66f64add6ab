package dsn

import "slices"

// blocsLus are the blocks that have a place in the tree; the others only
// extend the node that holds them.
var blocsLus = []Code{blocEnvoi, blocEmetteur, blocContactEmetteur, blocDeclaration, blocContactDeclare, blocEntreprise,
	blocEtablissement, blocIndividu, blocIdentite, blocContrat, blocChangement, blocVersement, blocRemuneration, blocPrime, blocActivite,
	blocElementNet, blocArret, blocFinContrat, blocSuspension, blocTempsPartiel, blocRetraite, blocBase, blocComposant, blocCotisation,
	blocAnciennete, blocTotal}

func estLu(bloc Code) bool { return slices.Contains(blocsLus, bloc) }

// noeud is a pointer to a node of the tree that knows its lines.
type noeud[B any] interface {
	*B
	lignes() *Lignes
}

func (l *Lignes) lignes() *Lignes { return l }

// enfant reads a block into a new last child. It returns nil, and the child is
// gone, when the block is not usable.
func enfant[B any, P noeud[B]](t *arbre, rubs []Rubrique, s schema[B], liste *[]B) (*B, *Lignes) {
	var vide B
	*liste = append(*liste, vide)
	b := &(*liste)[len(*liste)-1]
	if remplir(t, rubs, s, b) >= BlocEcarte {
		retirer(liste)
		return nil, nil
	}
	return b, P(b).lignes()
}

func retirer[B any](liste *[]B) { *liste = (*liste)[:len(*liste)-1] }

// ouvrir reads a block whose parent is open. It returns the lines of the new
// node, if the tree keeps one, and whether the block may have children.
func (t *arbre) ouvrir(bloc Code, rubs []Rubrique) (n *Lignes, garde bool) {
	switch bloc {
	case blocEnvoi:
		t.ouvrirEnvoi(rubs)
		return &t.envoi.Lignes, true
	case blocEmetteur:
		remplir(t, rubs, t.g.emetteur, &t.envoi.Emetteur)
		return nil, true
	case blocContactEmetteur:
		_, n = enfant(t, rubs, t.g.contactEmetteur, &t.envoi.Contacts)
	case blocDeclaration:
		t.ouvrirDeclaration(rubs)
		return &t.d.Lignes, true
	case blocContactDeclare:
		_, n = enfant(t, rubs, t.g.contactDeclare, &t.d.Contacts)
	case blocEntreprise:
		t.unSeul(rubs, t.d.Entreprise.Lignes)
		remplir(t, rubs, t.g.entreprise, &t.d.Entreprise)
		return &t.d.Entreprise.Lignes, true
	case blocEtablissement:
		t.unSeul(rubs, t.d.Etablissement.Lignes)
		remplir(t, rubs, t.g.etablissement, &t.d.Etablissement)
		return &t.d.Etablissement.Lignes, true
	case blocIndividu:
		t.ouvrirIndividu(rubs)
		return &t.i.Lignes, true
	case blocTotal:
		t.lireTotal(rubs)
		return nil, true
	default:
		return t.ouvrirSousIndividu(bloc, rubs)
	}
	return n, n != nil
}

// ouvrirSousIndividu reads the blocks below the person.
func (t *arbre) ouvrirSousIndividu(bloc Code, rubs []Rubrique) (n *Lignes, garde bool) {
	switch bloc {
	case blocIdentite:
		_, n = enfant(t, rubs, t.g.identite, &t.i.Identites)
	case blocContrat:
		t.c, n = enfant(t, rubs, t.g.contrat, &t.i.Contrats)
	case blocChangement:
		_, n = enfant(t, rubs, t.g.changement, &t.c.Changements)
	case blocArret:
		if t.a, n = enfant(t, rubs, t.g.arret, &t.c.Arrets); t.a != nil {
			t.verifierArret(rubs)
		}
	case blocTempsPartiel:
		var tp *TempsPartiel
		if tp, n = enfant(t, rubs, t.g.tempsPartiel, &t.a.TempsPartiels); tp != nil && !t.verifierTempsPartiel(tp, rubs) {
			retirer(&t.a.TempsPartiels)
			n = nil
		}
	case blocFinContrat:
		_, n = enfant(t, rubs, t.g.finContrat, &t.c.Fins)
	case blocSuspension:
		var s *Suspension
		if s, n = enfant(t, rubs, t.g.suspension, &t.c.Suspensions); s != nil && !t.verifierPeriode(s.Periode, rubs, 3) {
			retirer(&t.c.Suspensions)
			n = nil
		}
	case blocRetraite:
		_, n = enfant(t, rubs, t.g.retraite, &t.c.Retraites)
	case blocAnciennete:
		_, n = enfant(t, rubs, t.g.anciennete, &t.i.Anciennetes)
	case blocVersement:
		t.v, n = enfant(t, rubs, t.g.versement, &t.i.Versements)
	case blocRemuneration:
		if t.r, n = enfant(t, rubs, t.g.remuneration, &t.v.Remunerations); t.r != nil && !t.verifierRemuneration(rubs) {
			retirer(&t.v.Remunerations)
			n = nil
		}
	case blocActivite:
		_, n = enfant(t, rubs, t.g.activite, &t.r.Activites)
	case blocPrime:
		_, n = enfant(t, rubs, t.g.prime, &t.v.Primes)
	case blocElementNet:
		_, n = enfant(t, rubs, t.g.elementNet, &t.v.ElementsNets)
	case blocBase:
		t.b, n = enfant(t, rubs, t.g.base, &t.v.Bases)
	case blocComposant:
		_, n = enfant(t, rubs, t.g.composant, &t.b.Composants)
	case blocCotisation:
		_, n = enfant(t, rubs, t.g.cotisation, &t.b.Cotisations)
	default:
		return nil, true
	}
	return n, n != nil
}
