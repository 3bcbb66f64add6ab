package parametre

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// Changer returns a table with the rows of a file, of the same header as the
// embedded ones: each takes the place of the row of its parameter that begins on
// the same day, or is added to those of its parameter. The former table is left as
// it is. Every fault found is in the error, with its line.
func (t *Table) Changer(dossier fs.FS, nom string) (*Table, error) {
	var lues Table
	if err := lues.lireLignes(dossier, nom); err != nil {
		return nil, err
	}
	for _, l := range lues.lignes {
		i := slices.IndexFunc(t.lignes, func(x Ligne) bool { return x.Code == l.Code && x.Du == l.Du })
		var err error
		if i >= 0 {
			t, err = t.Modifier(i, l)
		} else {
			t, err = t.Ajouter(l)
		}
		if err != nil {
			return nil, fmt.Errorf("%s, ligne %d : %w", nom, l.NumLigne, err)
		}
	}
	return t, nil
}

// LireAutrement returns a table in which an uncertain point is read as said, by
// default.
func (t *Table) LireAutrement(point, lecture string) (*Table, error) {
	for p := range nbPoints {
		l := t.points[p]
		if l.Point != point {
			continue
		}
		if !l.Admet(lecture) {
			return nil, fmt.Errorf("%s ne se lit pas «%s» ; lectures possibles : %s", point, lecture, strings.Join(append([]string{l.Defaut}, l.Autres...), ", "))
		}
		if lecture != l.Defaut {
			autres := append(slices.DeleteFunc(slices.Clone(l.Autres), func(x string) bool { return x == lecture }), l.Defaut)
			l.Defaut, l.Autres = lecture, autres
		}
		return t.ModifierLecture(p, l), nil
	}
	return nil, fmt.Errorf("le point «%s» n'est pas connu ; «accord regles» les nomme", point)
}
