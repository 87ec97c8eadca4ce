from pages.parts.frame import open_page
view = open_page("sections")
